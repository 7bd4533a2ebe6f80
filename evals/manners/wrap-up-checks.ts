import type { Rubric } from '../../src/domain/catalog/rubric.ts'
import { DimensionId } from '../../src/domain/catalog/vocabulary.ts'
import { gradeSession } from '../../src/domain/grading/grade-session.ts'
import { fold } from '../../src/domain/interview/fold.ts'
import { initialState } from '../../src/domain/interview/initial-state.ts'
import { tidyGrade } from '../../src/domain/report/tidy-grade.ts'
import type { Check, EventOf, Interview } from './interview.ts'

/** The spoken feedback is that of the evidence. */
export const wrapUpChecks: Check[] = [
  {
    id: 'improvements-tied',
    asks: 'Are the improvements, three to five, the rubric’s for the weakest dimensions as graded?',
    judge: judgeImprovements,
  },
  {
    id: 'practice-tied',
    asks: 'Are there three practice prompts of those dimensions, and a reading that the content has?',
    judge: judgePractice,
  },
]

type Said = EventOf<'agent-said'>

function feedbackLines({ log }: Interview): { improve: Said; practise: Said } | undefined {
  const said = log.filter((event): event is Said => event.kind === 'agent-said')
  const practise = said.find(
    ({ questionId, askId }) => questionId === 'wrap-up' && askId === 'probe-last-words',
  )
  const improve = practise && said[said.indexOf(practise) - 1]
  return practise && improve ? { improve, practise } : undefined
}

/** Sentences of a text that could be said by themselves. */
function sentences(text: string): string[] {
  return (text.match(/[^.?!]+[.?!]/g) ?? []).map((sentence) => sentence.trim())
}

/** Which dimension and score a sentence of advice belongs to. */
function adviceOf(sentence: string, rubrics: Rubric[], level: 'senior' | 'mid') {
  for (const { dimension, advice } of rubrics)
    for (const [key, words] of Object.entries(advice[level]))
      if (words.includes(sentence)) return { dimension, key }
  return undefined
}

/** How weak: a dimension without evidence comes after a 1 and before a 2, as the report has it. */
const weakness = (score: number | null) => (score === null ? 2.5 : 4 - score)

function judgeImprovements(interview: Interview): string[] {
  const found = feedbackLines(interview)
  if (!found) return brokenOff(interview) ? [] : ['no feedback was given']
  const { improve } = found
  const { sources, plan, log } = interview
  const state = log.filter(({ seq }) => seq < improve.seq).reduce(fold, initialState())
  const { dimensions } = tidyGrade(gradeSession(state, sources.bank, sources.finder), state.transcript)
  const bullets = improve.text.split(/(?:To take along, first|Second|Third|Fourth|Fifth): /).slice(1)
  const tied = bullets.map((bullet) => adviceOf(bullet.trim(), sources.bank.rubrics, plan.level))
  const wrong = bullets.filter((_, index) => {
    const { dimension, key } = tied[index] ?? {}
    return !dimension || String(dimensions[dimension].score ?? 'none') !== key
  })
  const named = tied.flatMap((each) => each?.dimension ?? [])
  const leastWeak = Math.min(...named.map((id) => weakness(dimensions[id].score)))
  const left = DimensionId.options.filter(
    (id) => !named.includes(id) && weakness(dimensions[id].score) > leastWeak,
  )
  return [
    ...(bullets.length >= 3 && bullets.length <= 5
      ? []
      : [`${bullets.length} improvements: ${improve.text}`]),
    ...(new Set(named).size === named.length ? [] : ['one dimension twice']),
    ...wrong.map((bullet) => `not the advice for its score: ${bullet}`),
    ...left.map((id) => `${id} is weaker and left out`),
  ]
}

function judgePractice(interview: Interview): string[] {
  const found = feedbackLines(interview)
  if (!found) return brokenOff(interview) ? [] : ['no practice was given']
  const { improve, practise } = found
  const { rubrics, readings } = interview.sources.bank
  const named = sentences(improve.text.replace(/(?:To take along, first|Second|Third): /g, '')).flatMap(
    (sentence) => adviceOf(sentence, rubrics, interview.plan.level)?.dimension ?? [],
  )
  const prompts = rubrics
    .filter(({ dimension }) => named.includes(dimension))
    .flatMap((rubric) => rubric.prompts)
  const [listed = '', read = ''] = practise.text.split(' And read ')
  const quotes = [...listed.matchAll(/“([^”]*)”/g)].map(([, quote = '']) => quote)
  const strange = quotes.filter((quote) => !prompts.some((prompt) => prompt.startsWith(quote)))
  const title = /“([^”]*)”/.exec(read)?.[1]
  const isRead = title === undefined || readings.some((reading) => reading.title.startsWith(title))
  return [
    ...(quotes.length === 3 ? [] : [`${quotes.length} prompts`]),
    ...strange.map((quote) => `no prompt of a weak dimension: ${quote}`),
    ...(isRead ? [] : [`no such reading: ${title}`]),
  ]
}

function brokenOff({ rounds }: Interview): boolean {
  return rounds.some(({ turn }) => turn.means === 'stop')
}
