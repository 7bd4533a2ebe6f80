import type { Bank } from '../../domain/catalog/bank.ts'
import { findDrill } from '../../domain/interview/find-drill.ts'
import { keepUnseen } from '../../domain/interview/keep-unseen.ts'
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

export interface PracticeOffer {
  /** One of each class, in the order of the report. */
  drills: DrillChoice[]
  /** Pieces of code and design questions not met yet, over all tracks. */
  unseen: { code: number; scenarios: number }
}

/** What a candidate can go on with after a graded interview. */
export async function offerPractice(
  { bank, log, sessions }: Dependencies,
  report: Report,
  ownerId: string,
): Promise<PracticeOffer> {
  const seen = await seenQuestions(log, sessions, ownerId)
  return {
    drills: chooseDrills(report, bank, seen),
    unseen: {
      code: keepUnseen(bank.snippets, seen).length,
      scenarios: keepUnseen(bank.scenarios, seen).length,
    },
  }
}

function chooseDrills({ questions }: Report, bank: Bank, seen: ReadonlySet<string>): DrillChoice[] {
  const all = questions.flatMap(({ id: questionId, pointsMissed }) =>
    pointsMissed.flatMap(({ id: pointId, text: missed }): DrillChoice[] => {
      const drill = findDrill(bank, questionId, pointId, seen)
      return drill ? [{ questionId, pointId, about: drill.about, missed }] : []
    }),
  )
  const first = all.filter(({ about }, index) => all.findIndex((other) => other.about === about) === index)
  return first.slice(0, OFFERED)
}
