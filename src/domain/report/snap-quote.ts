/** Farthest a quote grows on each side to reach the edge of a clause, in characters. */
const REACH = 80

/** Punctuation that ends a clause; the full stop of "3.5" or "node.js" does not. */
const edge = /[.,;:?!…](?=\s|$)|\n/g

/**
 * The quote grown to the clauses it stands in, so that it neither begins nor ends in the middle of a thought. The
 * result is a verbatim part of `text` that holds the quote; a side whose edge is out of reach stays where it was.
 */
export function snapQuote(text: string, quote: string): string {
  const from = text.indexOf(quote)
  if (from < 0) return quote
  const to = from + quote.length
  const edges = [...text.matchAll(edge)].map(({ index }) => index)
  const before = (edges.findLast((index) => index < from) ?? -1) + 1
  const after = edges.find((index) => index >= to - 1) ?? text.length
  const start = from - before <= REACH ? before : from
  const end = after - to <= REACH ? Math.max(to, withMark(text, after)) : to
  return text.slice(start, end).trim()
}

/** What ends a sentence stays with it, so that the same sentence is quoted the same way each time. */
function withMark(text: string, at: number): number {
  return /[.?!…]/.test(text[at] ?? '') ? at + 1 : at
}
