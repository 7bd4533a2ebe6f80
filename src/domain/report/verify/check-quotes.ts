import { checkQuote } from '../../grading/check-quote.ts'
import type { Report } from '../report.ts'
import { toCheck, type Check } from './check.ts'
import { evidenceOf } from './evidence-of.ts'

/** Every quote stands, word for word, in the candidate's turn that it names, within its time. */
export function checkQuotes(report: Report): Check {
  const turns = new Map(report.transcript.map((entry) => [entry.turnId, entry]))
  const findings = evidenceOf(report).flatMap(({ where, evidence }) => {
    const { turnId, quote, startMs, endMs } = evidence
    const turn = turns.get(turnId)
    const named = `“${shorten(quote)}” (${where})`
    if (!turn) return [`${named} names the turn ${turnId}, which is not in the transcript.`]
    if (turn.speaker !== 'candidate') return [`${named} quotes the interviewer.`]
    if (!checkQuote(turn.text, quote)) return [`${named} does not stand in its turn, ${turnId}.`]
    const within = turn.startMs <= startMs && startMs <= endMs && endMs <= Math.max(turn.endMs, turn.startMs)
    return within ? [] : [`${named} has times outside its turn, ${turnId}.`]
  })
  return toCheck('quotes', 'Every quote stands word for word in the turn it names.', findings)
}

/** The beginning of a text, for a sentence about it. */
function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
