import type { Sources } from '../../src/domain/interview/director/draft.ts'
import type { SessionEvent } from '../../src/domain/interview/event.ts'
import { makePlan } from '../../src/domain/interview/make-plan.ts'
import type { Plan, SectionPlan } from '../../src/domain/interview/plan.ts'
import { playScript } from '../../src/domain/interview/play-script.ts'
import { readJd } from '../../src/domain/jd/read-jd.ts'
import { postings } from '../../scripts/recordings/postings.ts'
import type { InterviewScript } from './interview-script.ts'

/**
 * The log of a scripted interview, played through the real director over the whole bank.
 * @param id names the interview in the log
 * @throws Error when a word that is said to be unsure is not in its turn, or the script goes on after the end
 */
export function playInterview(id: string, script: InterviewScript, sources: Sources): SessionEvent[] {
  const { posting, level, domain, seed, heldAt } = script
  const profile = readJd(postings[posting], sources.bank)
  const settings = { profile, level, domain, focus: [], extraTime: false }
  const made = makePlan({ ...settings, drop: [], add: [], seed, seen: new Set() }, sources.bank)
  const created = {
    kind: 'created' as const,
    ownerId: `candidate-${id}`,
    createdAt: Date.parse(heldAt),
    jd: profile.text,
    ...settings,
    engine: script.turns.some(({ source }) => source === 'typed') ? ('typed' as const) : ('local' as const),
  }
  const turns = script.turns.map((turn) => ({
    ...turn,
    unsure: turn.unsure.map((words) => placeOf(turn.say, words)),
  }))
  return playScript({ created, plan: withQuestions(made, script), turns }, sources).log
}

function withQuestions(plan: Plan, { questions }: InterviewScript): Plan {
  const only = (section: SectionPlan, questionIds: string[]) => ({ ...section, questionIds, reserveIds: [] })
  const { A, B, C, D } = plan.sections
  const sections = { A: only(A, questions.A), B: only(B, questions.B), C: only(C, questions.C), D }
  return { ...plan, sections }
}

function placeOf(text: string, words: string): [number, number] {
  const from = text.indexOf(words)
  if (from < 0) throw new Error(`"${words}" is not in the turn "${text}"`)
  return [from, from + words.length]
}
