import { findDrill } from '../../domain/interview/find-drill.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Dependencies } from '../dependencies.ts'
import { seenQuestions } from './seen-questions.ts'

/** Drills offered after one interview at most. */
const OFFERED = 5

/** A missed point that can be practised on material the candidate has not met. */
export interface DrillChoice {
  questionId: string
  pointId: string
  /** The class of bug or part of an answer. */
  about: string
  /** What was missed. */
  missed: string
}

/** What a graded interview leaves to drill, one of each class, in the order of the report. */
export async function listDrills(
  { bank, log, sessions }: Dependencies,
  report: Report,
  ownerId: string,
): Promise<DrillChoice[]> {
  const seen = await seenQuestions(log, sessions, ownerId)
  const all = report.questions.flatMap(({ id: questionId, pointsMissed }) =>
    pointsMissed.flatMap(({ id: pointId, text: missed }): DrillChoice[] => {
      const drill = findDrill(bank, questionId, pointId, seen)
      return drill ? [{ questionId, pointId, about: drill.about, missed }] : []
    }),
  )
  const first = all.filter(({ about }, index) => all.findIndex((other) => other.about === about) === index)
  return first.slice(0, OFFERED)
}
