import { DimensionId } from '../catalog/vocabulary.ts'
import type { ExpectedPoint, Question } from '../interview/question.ts'
import type { SessionGrade } from '../grading/grade.ts'

/** An expected point that was not heard, and the question it belongs to. */
export interface MissedPoint {
  point: ExpectedPoint
  question: Question
}

/** Expected points of a dimension that were not heard, the weightiest first. */
export function missedPoints(grade: SessionGrade, dimension: DimensionId): MissedPoint[] {
  return grade.questions
    .flatMap(({ question, expected, heard }) =>
      expected
        .filter((point) => point.dimension === dimension && !heard.has(point.id))
        .map((point) => ({ point, question })),
    )
    .toSorted((a, b) => b.point.weight - a.point.weight)
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
