import type { Bank } from '../catalog/bank.ts'
import type { Rubric } from '../catalog/rubric.ts'
import type { DimensionId, Level } from '../catalog/vocabulary.ts'
import type { SessionGrade } from '../grading/grade.ts'
import { ON_TOPIC } from '../grading/score-relevance.ts'
import type { Report } from './report.ts'
import { quoteName } from './name-points.ts'
import { missedPoints, orderByEffect } from './weak-areas.ts'

/** Fewest and most steps of a plan. */
const STEPS = { least: 3, most: 5 }

const adviceKeys = { 1: '1', 2: '2', 3: '3', 4: '4' } as const

/** Turns a step points to. */
const TURNS_SHOWN = 3

/** Three to five next steps in order of effect, worded for the level; a silent session gets one too. */
export function actionPlan(grade: SessionGrade, bank: Bank, level: Level): Report['plan'] {
  const ordered = orderByEffect(grade)
  const open = ordered.filter((id) => grade.dimensions[id].score !== 4)
  const chosen = ordered.slice(0, Math.max(STEPS.least, Math.min(STEPS.most, open.length)))
  return chosen.map((dimension) => ({
    text: stepText(grade, rubricOf(bank, dimension), level),
    dimension,
    turnIds: turnsFor(grade, dimension),
  }))
}

/** The rubric's advice for the score and level, and the question to begin with: that of the weightiest missed point. */
function stepText(grade: SessionGrade, { dimension, advice }: Rubric, level: Level): string {
  const { score } = grade.dimensions[dimension]
  const missed = missedPoints(grade, dimension)[0]
  const words = advice[level][score === null ? 'none' : adviceKeys[score]]
  if (!missed || score === null || score === 4) return words
  return `${words} Try it first on ${quoteName(missed.question.title)}.`
}

/** Three practice prompts, from the dimensions that need them most; `seed` varies them between sessions. */
export function practicePrompts(grade: SessionGrade, bank: Bank, seed: number): Report['prompts'] {
  return orderByEffect(grade)
    .slice(0, 3)
    .map((dimension) => {
      const { prompts } = rubricOf(bank, dimension)
      return { text: prompts[seed % prompts.length] ?? '' }
    })
}

/** One reading for each dimension below a 4: for a missed point where the content has one, else the rubric's. */
export function readingsFor(grade: SessionGrade, bank: Bank): Report['readings'] {
  const readings = orderByEffect(grade)
    .filter((dimension) => grade.dimensions[dimension].score !== 4)
    .flatMap((dimension) => readingFor(grade, bank, dimension) ?? [])
  return [...new Map(readings.map((reading) => [reading.href, reading])).values()]
}

function readingFor(
  grade: SessionGrade,
  bank: Bank,
  dimension: DimensionId,
): Report['readings'][number] | undefined {
  for (const { point, question } of missedPoints(grade, dimension)) {
    const item = [...bank.snippets, ...bank.scenarios, ...bank.warmups].find(({ id }) => id === question.id)
    const own = item?.readings.find((reading) => {
      return (
        reading.for.includes(point.id) || (point.issueId !== undefined && reading.for.includes(point.issueId))
      )
    })
    const reading = own && bank.readings.find(({ id }) => id === own.reading)
    if (reading) return cited(reading)
  }
  const known = rubricOf(bank, dimension).readings
  const reading =
    bank.readings.find(({ id }) => id === known[0]) ?? bank.readings.find(({ id }) => known.includes(id))
  return reading && cited(reading)
}

function cited({ title, by, href, minutes }: Bank['readings'][number]): Report['readings'][number] {
  return { title, by, href, minutes }
}

/** Where the step comes from: turns that counted against it, then answers to questions whose points were missed. */
function turnsFor(grade: SessionGrade, dimension: DimensionId): string[] {
  const against = grade.dimensions[dimension].evidence
    .filter(({ polarity }) => polarity === 'against')
    .map(({ turnId }) => turnId)
  const missed = missedPoints(grade, dimension).flatMap(({ point, question }) => {
    const turns = grade.questions.find((item) => item.question.id === question.id)?.turns ?? []
    return turns
      .filter(({ entry, relevance }) => {
        return relevance >= ON_TOPIC && (entry.askId ?? 'opener') === point.askId
      })
      .map(({ entry }) => entry.turnId)
  })
  return [...new Set([...against, ...missed])].slice(0, TURNS_SHOWN)
}

/** @throws Error when the bank has no rubric for the dimension */
export function rubricOf(bank: Bank, dimension: DimensionId): Rubric {
  const rubric = bank.rubrics.find((item) => item.dimension === dimension)
  if (!rubric) throw new Error(`the bank has no rubric for ${dimension}`)
  return rubric
}
