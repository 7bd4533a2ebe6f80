import { gradeDimension } from '../../grading/grade-dimension.ts'
import type { IssueSeverities, QuestionGrade, SessionGrade } from '../../grading/grade.ts'
import { decideVerdict } from '../../grading/rules.ts'
import type { Report } from '../report.ts'
import { restoreGrade } from '../restore-grade.ts'
import { checkCode } from './check-code.ts'
import { checkDimensions } from './check-dimensions.ts'
import { checkOverall } from './check-overall.ts'
import { checkPlaces } from './check-places.ts'
import { checkPoints } from './check-points.ts'
import { checkPosting } from './check-posting.ts'
import { checkQuestions } from './check-questions.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkTelling } from './check-telling.ts'
import { checkTurns } from './check-turns.ts'
import type { Check } from './check.ts'

const TOO_OLD = 'It was made before reports held the weights of their points.'

/**
 * Computes everything in a report again that follows from something else in it, by the rules that made it: quotes
 * against turns, sub-scores from points, dimensions from questions, overall and verdict from dimensions, and what the
 * answer key, the posting and the moments say of them. Whether a quote means its point is not among these: that takes the
 * content. Pure: the same report always gives the same checks.
 */
export function verifyReport(report: Report): Check[] {
  const severities = severitiesOf(report)
  const grade = restoreSession(report, severities)
  const rest = [checkQuotes(report), checkTurns(report)]
  const last = [checkOverall(report, grade, severities), checkPlaces(report)]
  if (!grade) {
    const says = 'Scores of questions and dimensions follow from the points heard and missed.'
    return [...rest, { id: 'questions', says, outcome: 'unknown', findings: [TOO_OLD] }, ...last]
  }
  return [
    ...rest,
    checkPoints(report),
    checkTelling(report),
    checkQuestions(report, grade.questions),
    checkDimensions(report, grade, severities),
    checkCode(report),
    checkPosting(report),
    ...last,
  ]
}

function restoreSession(report: Report, severities: IssueSeverities): SessionGrade | undefined {
  const questions: QuestionGrade[] = []
  for (const result of report.questions) {
    const restored = restoreGrade(result)
    if (!restored) return undefined
    questions.push(restored)
  }
  const dimensions = {
    communication: gradeDimension('communication', questions, severities),
    debugging: gradeDimension('debugging', questions, severities),
    breadth: gradeDimension('breadth', questions, severities),
    operationalization: gradeDimension('operationalization', questions, severities),
    product: gradeDimension('product', questions, severities),
  }
  const scores = Object.values(dimensions).map(({ score }) => score)
  return { questions, dimensions, answerKey: report.answerKey, ...decideVerdict(scores) }
}

/** How grave each issue of each snippet is, as the answer key says. */
function severitiesOf({ answerKey }: Report): IssueSeverities {
  const bySnippet = Map.groupBy(answerKey, ({ snippetId }) => snippetId)
  return {
    snippets: [...bySnippet].map(([id, entries]) => ({
      id,
      issues: entries.flatMap(({ issueId, severity }) =>
        issueId !== null && severity ? [{ id: issueId, severity }] : [],
      ),
    })),
  }
}
