import type { IssueSeverities, QuestionGrade, SessionGrade } from '../../grading/grade.ts'
import { dimensionSpread } from '../../grading/spread.ts'
import { explainScore } from '../explain-score.ts'
import type { DimensionResult, Report } from '../report.ts'
import { differs } from './check-questions.ts'
import { toCheck, type Check } from './check.ts'
import { sameEvidence } from './same-evidence.ts'
import { spreadAgrees } from './spread-agrees.ts'

/** Scores of dimensions, their quotes, reasons and spread, computed again from the questions. */
export function checkDimensions(
  { dimensions, grader }: Report,
  grade: SessionGrade,
  severities: IssueSeverities,
): Check {
  const findings = dimensions.flatMap((result) => [
    ...checkDimension(result, grade),
    ...checkSpread(result, grader, grade.questions, severities),
  ])
  const twice = new Set(dimensions.map(({ id }) => id)).size < dimensions.length
  return toCheck(
    'dimensions',
    'The score of each dimension, its quotes and its reason follow from the questions.',
    [...(twice ? ['A dimension stands twice.'] : []), ...findings],
  )
}

function checkDimension(result: DimensionResult, grade: SessionGrade): string[] {
  const made = grade.dimensions[result.id]
  const { name, score, assessed, why, evidence } = result
  return [
    ...(score === made.score ? [] : [differs(name, score, made.score)]),
    ...(assessed === (score !== null)
      ? []
      : [`${name}: it has a score and is called not assessed, or the reverse.`]),
    ...(sameEvidence(evidence, made.evidence) ? [] : [`${name}: its quotes are not those of its questions.`]),
    ...(why === explainScore(made, grade) ? [] : [`${name}: the reason is not what its evidence comes to.`]),
  ]
}

function checkSpread(
  { id, name, spread: said }: DimensionResult,
  grader: Report['grader'],
  questions: readonly QuestionGrade[],
  severities: IssueSeverities,
): string[] {
  const { spread: made } = dimensionSpread(id, questions, severities)
  if (spreadAgrees(grader, said, made)) return []
  return [differs(`${name}, spread over ${questions.length} questions`, said ?? null, made ?? null)]
}
