import type { Comparison } from '../domain/report/compare-answers.ts'
import { compareAnswers } from '../domain/report/compare-answers.ts'
import type { QuestionResult } from '../domain/report/report.ts'
import type { ReportPage } from './page-services.ts'

export interface PracticeView {
  heading: string
  lead: string
  question: QuestionResult | null
  /** The two answers side by side; null for a drill, and when the first report is gone. */
  comparison: Comparison | null
  /** The report it comes from; null when that is gone. */
  original: string | null
}

/** A practice's report: one question, and for a second answer what it changed. */
export function practiceView({ report, before }: Pick<ReportPage, 'report' | 'before'>): PracticeView {
  const question = report.questions[0] ?? null
  const first = before?.questions.find(({ id }) => id === report.practice?.questionId)
  const isAgain = report.practice?.kind === 're-answer'
  const comparison = isAgain && first && question ? compareAnswers(first, question) : null
  return {
    heading: isAgain ? againHeading(comparison) : drillHeading(question),
    lead: isAgain
      ? 'The first score stands. This is what the second answer would have earned by the same rules.'
      : 'Only what the drill asked for counts here, for nothing but your own knowledge.',
    question,
    comparison,
    original: before ? `/report/${before.id}` : null,
  }
}

function againHeading(comparison: Comparison | null): string {
  if (!comparison) return 'One question again.'
  const { before, after } = comparison.score
  if (after === null) return 'One question again: too little was said to compare.'
  if (before === null) return `One question again: ${after} of 4, where the first answer was not assessed.`
  if (before === after) return `One question again: ${after} of 4, as before.`
  return `One question again: ${after} of 4, from ${before}.`
}

function drillHeading(question: QuestionResult | null): string {
  if (!question) return 'Drill: nothing was said.'
  const heard = question.pointsHeard.length
  const all = heard + question.pointsMissed.length
  return `Drill: ${heard} of ${all} heard.`
}
