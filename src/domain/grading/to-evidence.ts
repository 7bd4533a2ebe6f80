import type { Entry } from '../interview/state.ts'
import type { Evidence } from '../report/report.ts'
import { checkQuote } from './check-quote.ts'

/**
 * A receipt for what was said at [from, to) of a turn, or undefined when there is nothing to quote there.
 * Times are those of the turn, ms since the interview started, narrowed to the quote by its share of the text.
 */
export function toEvidence(
  entry: Entry,
  range: { from: number; to: number },
  about: Pick<Evidence, 'point' | 'polarity'> & Partial<Pick<Evidence, 'snippetId' | 'lines'>>,
): Evidence | undefined {
  const quote = entry.text.slice(range.from, range.to).trim()
  if (!checkQuote(entry.text, quote)) return undefined
  const { startMs, endMs, text } = entry
  const at = (offset: number) => Math.round(startMs + ((endMs - startMs) * offset) / Math.max(1, text.length))
  const from = Math.max(0, at(range.from))
  return { turnId: entry.turnId, quote, startMs: from, endMs: Math.max(from, at(range.to)), ...about }
}

/** Whether a range touches words the recogniser was unsure of. */
export function isUnsure(entry: Pick<Entry, 'unsure'>, range: { from: number; to: number }): boolean {
  return entry.unsure.some(([from, to]) => from < range.to && range.from < to)
}
