import type { Rubric } from '../../catalog/rubric.ts'
import type { Level } from '../../catalog/vocabulary.ts'
import { DimensionId } from '../../catalog/vocabulary.ts'
import { gradeSession } from '../../grading/grade-session.ts'
import type { Draft } from './draft.ts'

/** How many dimensions the spoken feedback speaks of. */
const SPOKEN_DIMENSIONS = 3

const ordinals = ['First', 'Second', 'Third']

/**
 * The wrap-up as it is said: what to improve, tied to the rubric, then what to practise and read. Made of
 * the rubric's own words for the weakest dimensions: it names no issue, point or score.
 */
export function spokenFeedback({ state, sources }: Draft): { improve: string; practise: string } {
  const { bank, finder } = sources
  const { dimensions } = gradeSession(state, bank, finder)
  const weakest = DimensionId.options
    .map((id) => dimensions[id])
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0))
    .slice(0, SPOKEN_DIMENSIONS)
  const rubrics = weakest.flatMap(({ id, score }) => {
    const rubric = bank.rubrics.find(({ dimension }) => dimension === id)
    return rubric ? [{ rubric, step: stepOf(rubric, state.level, score) }] : []
  })
  const reading = bank.readings.find(({ id }) => id === rubrics[0]?.rubric.readings[0])
  return {
    improve: rubrics.map(({ step }, index) => `${ordinals[index]}: ${step}`).join(' '),
    practise: practice(
      rubrics.map(({ rubric }) => rubric),
      reading?.title,
    ),
  }
}

function practice(rubrics: Rubric[], reading: string | undefined): string {
  const prompts = rubrics.flatMap(({ prompts: [first] }) =>
    first ? [`“${withoutStop(firstSentence(first))}”`] : [],
  )
  const read = reading ? ` And read “${withoutStop(reading.replace(/ \([^)]*\)$/, ''))}”.` : ''
  return `To practise: ${[prompts.slice(0, -1).join(', '), prompts.at(-1)].filter(Boolean).join(', and ')}.${read}`
}

/** The first sentence of the advice that says what to do; a sentence on how it went is left to the report. */
function stepOf(rubric: Rubric, level: Level, score: number | null): string {
  const advice = rubric.advice[level][adviceKey(score)]
  const rest = advice.slice(firstSentence(advice).length).trim()
  const isJudgement = score === null || /^(You|This is)\b/.test(advice)
  return isJudgement && rest ? firstSentence(rest) : firstSentence(advice)
}

function adviceKey(score: number | null): '1' | '2' | '3' | '4' | 'none' {
  if (score === null) return 'none'
  return score >= 4 ? '4' : score === 3 ? '3' : score === 2 ? '2' : '1'
}

function firstSentence(text: string): string {
  return /^[^.?!]*[.?!]/.exec(text)?.[0] ?? text
}

function withoutStop(text: string): string {
  return text.replace(/[.?!]+$/, '')
}
