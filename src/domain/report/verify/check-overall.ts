import type { IssueSeverities, SessionGrade } from '../../grading/grade.ts'
import { decideVerdict } from '../../grading/rules.ts'
import { overallSpread } from '../../grading/spread.ts'
import type { Report } from '../report.ts'
import { differs } from './check-questions.ts'
import { toCheck, type Check } from './check.ts'
import { spreadAgrees } from './spread-agrees.ts'

/** The overall and the verdict from the scores that the report itself gives, and the spread where it can be told. */
export function checkOverall(
  report: Report,
  grade: SessionGrade | undefined,
  severities: IssueSeverities,
): Check {
  const scores = report.dimensions.map(
    ({ score }) => ([1, 2, 3, 4] as const).find((each) => each === score) ?? null,
  )
  const { overall, verdict } = decideVerdict(scores)
  const { spread } = report.grader
  const made = grade && overallSpread(grade.questions, severities).spread
  return toCheck('overall', 'The overall and the verdict follow from the dimensions.', [
    ...(report.overall === overall ? [] : [differs('Overall', report.overall, overall)]),
    ...(report.verdict === verdict ? [] : [differs('Verdict', report.verdict, verdict)]),
    ...(grade && !spreadAgrees(report.grader, spread, made)
      ? [differs('Spread of the overall', spread ?? null, made ?? null)]
      : []),
  ])
}
