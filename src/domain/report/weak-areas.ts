import { DimensionId } from '../catalog/vocabulary.ts'
import type { ExpectedPoint, Question } from '../interview/question.ts'
import type { Heard, SessionGrade } from '../grading/grade.ts'

/** An expected point, the question it belongs to, and what was heard of it. */
export interface ExpectedOf {
  point: ExpectedPoint
  question: Question
  heard: Heard | undefined
}

/** Everything that was expected of a dimension, the weightiest first. */
export function expectedPoints(grade: SessionGrade, dimension: DimensionId): ExpectedOf[] {
  return grade.questions
    .flatMap(({ question, expected, heard }) =>
      expected
        .filter((point) => point.dimension === dimension)
        .map((point) => ({ point, question, heard: heard.get(point.id) })),
    )
    .toSorted((a, b) => b.point.weight - a.point.weight)
}

/** Expected points of a dimension that were not heard, the weightiest first. */
export function missedPoints(grade: SessionGrade, dimension: DimensionId): ExpectedOf[] {
  return expectedPoints(grade, dimension).filter(({ heard }) => heard === undefined)
}

/** Points that earned less than their weight, because they were heard in part or after a hint. */
export function halvedPoints(grade: SessionGrade, dimension: DimensionId): ExpectedOf[] {
  return expectedPoints(grade, dimension).filter(
    ({ heard }) => heard && (heard.degree === 'partly' || heard.hintTier > 0),
  )
}

/** How far a dimension is from a 4; one that was not assessed comes after a 1 and before a 2. */
function distance(score: number | null): number {
  return score === null ? 2.5 : 4 - score
}

/** The dimensions in the order in which work on them would lift the session most. */
export function orderByEffect(grade: SessionGrade): DimensionId[] {
  const effect = (id: DimensionId) => {
    const missed = missedPoints(grade, id).reduce((sum, { point }) => sum + point.weight, 0)
    return distance(grade.dimensions[id].score) * 100 + Math.min(missed, 99)
  }
  return DimensionId.options.toSorted((a, b) => effect(b) - effect(a))
}
