import type { Ask, Question } from '../question.ts'
import { describesSomething } from '../describes-something.ts'
import { questionState } from '../question-state.ts'
import { seededRank } from '../seeded-rank.ts'
import type { QuestionState, SessionState } from '../state.ts'
import type { Draft } from './draft.ts'
import { SUGGESTED } from '../with-suggestion.ts'
import { askText } from './ask-text.ts'
import { speaksOfWork } from './speaks-of-work.ts'

/** Most follow-ups of one question before its probes are asked. */
const MOST_FOLLOW_UPS = 3

/** From so many points on, heard in part, too. */
const TELLING_POINTS = 2

export interface NextAsk {
  question: Question
  ask: Ask
  /** The ask as it is said. */
  text: string
}

/**
 * What to ask next about this question, or nothing when its share of the section is used up. In order: what
 * could show a dimension nothing has shown yet, the look back at the candidate's own system, what a model has
 * proposed, follow-ups that fit what was heard or missed, probes in the order of the seed.
 */
export function nextAsk(draft: Draft, question: Question): NextAsk | undefined {
  const state = questionState(draft.state, question.id)
  if (state.turns >= turnShare(draft, question.id)) return undefined
  const open = question.asks.filter((ask) => {
    return !state.asked.includes(ask.id) && fits(ask, state) && !wasSaid(draft, ask)
  })
  const followUps = open.filter(({ id }) => id.startsWith('follow-'))
  const probes = open
    .filter(({ id }) => id.startsWith('probe-'))
    .sort((a, b) => seededRank(draft.plan.seed, a.id) - seededRank(draft.plan.seed, b.id))
  const asked = state.asked.filter((id) => id.startsWith('follow-')).length
  const candidates = [...(asked < MOST_FOLLOW_UPS ? followUps : []), ...firstTarget(question, probes)]
  const uncovered = [...candidates, ...probes].find((ask) =>
    ask.dimensions.some((id) => draft.state.coverage[id] === 0),
  )
  const ask =
    uncovered ?? callback(draft, question, open, state) ?? suggestion(open, followUps, state) ?? candidates[0]
  return ask && { question, ask, text: askText(draft.state, ask) }
}

/** The warm-up's probes stay in order, targets first; elsewhere the seed decides. */
function firstTarget(question: Question, probes: Ask[]): Ask[] {
  return question.kind === 'background' ? question.asks.filter((ask) => probes.includes(ask)) : probes
}

/** Turns a question may take: the section's turns shared out, the first questions taking the remainder. */
function turnShare({ plan, state }: Draft, questionId: string): number {
  const { questionIds, turns } = plan.sections[state.section ?? 'A']
  const index = questionIds.indexOf(questionId)
  if (index < 0) return questionId.startsWith('fallback-') ? 1 : 3
  const share = Math.floor(turns / questionIds.length)
  return share + (index < turns % questionIds.length ? 1 : 0)
}

function fits(ask: Ask, state: QuestionState): boolean {
  const isHeard = (id: string) => Object.hasOwn(state.heard, id) || state.signals.includes(id)
  return ask.heard.every(isHeard) && !ask.missing.some(isHeard)
}

/** Two snippets may share a probe; the candidate is asked it once. */
function wasSaid({ state }: Draft, { text }: Ask): boolean {
  return state.transcript.some((entry) => entry.speaker === 'agent' && entry.text.includes(text))
}

/** Once an interview, from the second answer of a scenario on, if there is something to look back on. */
function callback(draft: Draft, question: Question, open: Ask[], state: QuestionState): Ask | undefined {
  const wasAsked = Object.values(draft.state.questions).some(({ asked }) => asked.includes('callback'))
  const wasDescribed = describedSystem(draft.state)
  if (question.kind !== 'scenario' || wasAsked || !wasDescribed || state.turns < 2) return undefined
  return open.find(({ id }) => id === 'callback')
}

/** What a model has proposed is asked after a follow-up of the content's own, or where none fits. */
function suggestion(open: Ask[], followUps: Ask[], { asked }: QuestionState): Ask | undefined {
  const hasFollowed = asked.some((id) => id.startsWith('follow-'))
  return hasFollowed || followUps.length === 0 ? open.find(({ id }) => id === SUGGESTED) : undefined
}

/** Whether section A holds something to look back on: points that were heard, or an answer of some length on work. */
function describedSystem({ questions, transcript }: SessionState): boolean {
  const points = Object.values(questions)
    .filter(({ section }) => section === 'A')
    .flatMap(({ heard }) => Object.values(heard))
  if (points.length >= TELLING_POINTS || points.some(({ degree }) => degree === 'full')) return true
  return transcript.some(({ speaker, section, text }) => {
    return speaker === 'candidate' && section === 'A' && speaksOfWork(text) && describesSomething(text)
  })
}
