import type { QuestionResult, Report, ReportChange } from '../report/report.ts'

/** How a point stood: `missed`, `partly` or `full`, with what came before it. */
function standingOf(question: QuestionResult | undefined, id: string): string | null {
  const heard = question?.pointsHeard.find((point) => point.id === id)
  if (heard) return `${heard.degree}${(heard.hintTier ?? 0) > 0 ? ', after a hint' : ''}`
  return question?.pointsMissed.some((point) => point.id === id) ? 'missed' : null
}

/** A score as it is written, with so many decimals. */
function written(score: number | null | undefined, decimals = 0): string | null {
  return score?.toFixed(decimals) ?? null
}

/** Everything that a score is, or rests on, and that differs between two reports of one interview. */
export function compareReports(before: Report, after: Report): ReportChange[] {
  const whole: ReportChange[] = [
    {
      what: 'overall',
      id: 'overall',
      name: 'Overall',
      before: written(before.overall, 1),
      after: written(after.overall, 1),
    },
    { what: 'verdict', id: 'verdict', name: 'Verdict', before: before.verdict, after: after.verdict },
    ...after.dimensions.map(({ id, name, score }): ReportChange => {
      const old = before.dimensions.find((dimension) => dimension.id === id)
      return { what: 'dimension', id, name, before: written(old?.score), after: written(score) }
    }),
  ]
  const questions = after.questions.flatMap((question) => {
    return compareQuestions(
      before.questions.find(({ id }) => id === question.id),
      question,
    )
  })
  return [...whole, ...questions].filter((change) => change.before !== change.after)
}

function compareQuestions(before: QuestionResult | undefined, after: QuestionResult): ReportChange[] {
  const questionId = after.id
  const points = [...after.pointsHeard, ...after.pointsMissed, ...(before?.pointsHeard ?? [])]
  const named = [...new Map(points.map(({ id, text }) => [id, text]))]
  return [
    {
      what: 'question',
      id: questionId,
      questionId,
      name: after.title,
      before: written(before?.score),
      after: written(after.score),
    },
    ...after.subScores.map(({ id, name, score }): ReportChange => {
      const old = before?.subScores.find((sub) => sub.id === id)
      return { what: 'sub-score', id, questionId, name, before: written(old?.score), after: written(score) }
    }),
    ...named.map(([id, name]): ReportChange => {
      return {
        what: 'point',
        id,
        questionId,
        name,
        before: standingOf(before, id),
        after: standingOf(after, id),
      }
    }),
  ]
}
