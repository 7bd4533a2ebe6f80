import type { Rubric } from '../../catalog/rubric.ts'
import type { Level } from '../../catalog/vocabulary.ts'
import { gradeSession } from '../../grading/grade-session.ts'
import { practicePrompts, readingsFor, rubricOf } from '../../report/action-plan.ts'
import { tidyGrade } from '../../report/tidy-grade.ts'
import { orderByEffect } from '../../report/weak-areas.ts'
import type { Draft } from './draft.ts'

/** How many dimensions the spoken feedback speaks of. */
const SPOKEN_DIMENSIONS = 3

const ordinals = ['To take along, first', 'Second', 'Third']

/**
 * The wrap-up as it is said: what to improve, tied to the rubric, then what to practise and read, the same and in the same
 * order as the report will say. Made of the rubric's own words: it names no issue, point or score.
 */
export function spokenFeedback({ state, plan, sources }: Draft): { improve: string; practise: string } {
  const { bank, finder } = sources
  const grade = tidyGrade(gradeSession(state, bank, finder), state.transcript)
  const steps = orderByEffect(grade)
    .slice(0, SPOKEN_DIMENSIONS)
    .map((id) => stepOf(rubricOf(bank, id), state.level, grade.dimensions[id].score))
  const prompts = practicePrompts(grade, bank, plan.seed).map(({ text }) => text)
  const [reading] = readingsFor(grade, bank)
  return {
    improve: steps.map((step, index) => `${ordinals[index]}: ${step}`).join(' '),
    practise: practice(prompts, reading?.title),
  }
}

function practice(texts: readonly string[], reading: string | undefined): string {
  const prompts = texts.map((text) => `“${withoutStop(firstSentence(text))}”`)
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
