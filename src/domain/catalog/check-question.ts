import type { z } from 'zod'
import type { AnswerPoints, FollowUp } from './question.ts'
import type { ReportProblem } from './report-problem.ts'

interface Askable {
  points: { id: string; weight: number }[]
  signals: { id: string }[]
  followUps: FollowUp[]
  answerPoints: z.infer<typeof AnswerPoints>
  readings: { for: string[] }[]
  traps?: { id: string }[]
  issues?: { id: string; finding: { id: string } }[]
}

/** Checks that whatever names a point, signal, trap or issue of a question names one that it has. */
export function checkQuestion(item: Askable, file: string, report: ReportProblem): void {
  const issues = item.issues ?? []
  const points = [...item.points.map(({ id }) => id), ...issues.map(({ finding }) => finding.id)]
  const signals = item.signals.map(({ id }) => id)
  const traps = (item.traps ?? []).map(({ id }) => id)
  const needs = (field: string, what: string, known: readonly string[], ids: readonly string[]) => {
    for (const id of ids) {
      if (!known.includes(id)) report(file, `${field}: there is no ${what} ${id}: correct it or add one`)
    }
  }
  const twice = [...points, ...signals].find((id, index, all) => all.indexOf(id) !== index)
  if (twice !== undefined) report(file, `points: two points or signals are called ${twice}: rename one`)
  item.followUps.forEach(({ heard, missing }, index) => {
    needs(`followUps.${index}`, 'point or signal', [...points, ...signals], [...heard, ...missing])
  })
  for (const [level, { full, partly, falseAlarms }] of Object.entries(item.answerPoints)) {
    needs(`answerPoints.${level}`, 'point', points, [...full, ...partly])
    needs(`answerPoints.${level}.falseAlarms`, 'trap', traps, falseAlarms)
  }
  item.readings.forEach((reading, index) => {
    needs(`readings.${index}.for`, 'point or issue', [...points, ...issues.map(({ id }) => id)], reading.for)
  })
}
