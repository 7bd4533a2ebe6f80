import { DimensionId } from '../catalog/vocabulary.ts'
import { gradeDimension } from './grade-dimension.ts'
import type { IssueSeverities, QuestionGrade } from './grade.ts'
import { decideVerdict } from './rules.ts'

/**
 * How much a score hangs on which questions were asked: the steps it moves at most when one question is left out
 * (leave-one-out, as in the jackknife; Quenouille 1956, Tukey 1958). Absent when the score rests on one question alone.
 */
export function dimensionSpread(
  id: DimensionId,
  questions: readonly QuestionGrade[],
  bank: IssueSeverities,
): { spread?: number } {
  const { score } = gradeDimension(id, questions, bank)
  if (score === null) return {}
  const others = leaveOneOut(questions).map((rest) => gradeDimension(id, rest, bank).score)
  if (others.length < 2 || others.some((other) => other === null)) return {}
  return { spread: Math.max(...others.map((other) => Math.abs((other ?? score) - score))) }
}

/** The same for the overall, in points of the scale, to one decimal. Absent without an overall. */
export function overallSpread(
  questions: readonly QuestionGrade[],
  bank: IssueSeverities,
): { spread?: number } {
  const overall = overallOf(questions, bank)
  if (overall === null) return {}
  const moved = leaveOneOut(questions).flatMap((rest) => {
    const other = overallOf(rest, bank)
    return other === null ? [] : [Math.abs(other - overall)]
  })
  return moved.length < 2 ? {} : { spread: Math.round(Math.max(...moved) * 10) / 10 }
}

function leaveOneOut(questions: readonly QuestionGrade[]): QuestionGrade[][] {
  return questions.map((left) => questions.filter((question) => question !== left))
}

function overallOf(questions: readonly QuestionGrade[], bank: IssueSeverities): number | null {
  return decideVerdict(DimensionId.options.map((id) => gradeDimension(id, questions, bank).score)).overall
}
