import type { Report } from '../report.ts'
import { toCheck, type Check } from './check.ts'
import { evidenceOf } from './evidence-of.ts'

/** Moments, steps and answers lead to turns that are there. */
export function checkPlaces(report: Report): Check {
  const turns = new Map(report.transcript.map((entry) => [entry.turnId, entry]))
  const said = new Set(
    evidenceOf(report).map(({ evidence }) => `${evidence.turnId} ${evidence.startMs} ${evidence.point}`),
  )
  const isHere = (turnId: string) => turns.get(turnId)?.speaker === 'candidate'
  const findings = [
    ...report.moments.flatMap(({ turnId, kind, startMs, note }) => {
      if (kind === 'marked' || kind === 'note') return []
      return said.has(`${turnId} ${startMs} ${note}`)
        ? []
        : [`A ${kind} moment at ${startMs} ms rests on no quote.`]
    }),
    ...report.plan.flatMap(({ text, turnIds }) => {
      return turnIds.every(isHere)
        ? []
        : [`The step “${text.slice(0, 60)}” leads to a turn that is not there.`]
    }),
    ...report.questions.flatMap(({ title, answeredIn = [] }) => {
      return answeredIn.every(isHere) ? [] : [`${title} is said to be answered in a turn that is not there.`]
    }),
  ]
  return toCheck('places', 'Moments, next steps and answers lead to turns that are there.', findings)
}
