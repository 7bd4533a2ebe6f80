import type { Span } from './split-clauses.ts'

/** Longest ground, in UTF-16 units. */
export const MAX_GROUND = 120

const EDGE = /^(?:[\s,;:()*_#•·–—-]|\.(?!\w))+|[\s,;:(*_•·–—-]+$/g

/**
 * The words of `text` around a span that ground it: the sentence or bullet it stands in, or, where that is
 * longer than 120 characters, what of it lies nearest. Always a substring of `text` on one line.
 */
export function cutGround(text: string, sentence: Span, span: Span): string {
  if (sentence.end - sentence.start <= MAX_GROUND) return trimEdges(text.slice(sentence.start, sentence.end))
  const room = Math.max(0, MAX_GROUND - (span.end - span.start))
  const lead = Math.max(sentence.start, span.start - Math.floor(room / 2))
  const last = Math.min(sentence.end, lead + MAX_GROUND)
  const first = Math.max(sentence.start, Math.min(lead, last - MAX_GROUND))
  const start = first === sentence.start ? first : startOfWords(text, first, span.start)
  const end = last === sentence.end ? last : endOfWords(text, last, span.end)
  return trimEdges(text.slice(start, Math.min(end, start + MAX_GROUND)))
}

/** From the first clause that begins well before the alias, else from the first whole word. */
function startOfWords(text: string, from: number, until: number): number {
  const window = text.slice(from, until)
  const clause = /[,;:(]\s|\s[-–]\s/.exec(window)
  const clauseStart = clause === null ? -1 : clause.index + clause[0].length
  if (clauseStart > 0 && clauseStart < window.length / 2) return from + clauseStart
  const space = window.indexOf(' ')
  return space < 0 ? until : from + space + 1
}

function endOfWords(text: string, to: number, after: number): number {
  const space = text.lastIndexOf(' ', to)
  return Math.max(space, after)
}

function trimEdges(words: string): string {
  return words.replace(EDGE, '')
}
