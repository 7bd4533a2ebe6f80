import type { HeardTerm } from './heard-term.ts'

/** A text to be read in place of what was heard. */
export interface Reading {
  text: string
  /** Where a range of this text was heard: whole heard words where it touches a term. */
  back(range: { from: number; to: number }): { from: number; to: number }
}

interface Place extends Pick<HeardTerm, 'from' | 'to' | 'term'> {
  /** Where the term stands in the reading. */
  start: number
  end: number
}

/** What was heard with terms put in where they were meant. Terms outside the text or over another are left out. */
export function putInTerms(heard: string, terms: readonly HeardTerm[]): Reading {
  const places: Place[] = []
  let text = ''
  let read = 0
  for (const { from, to, term } of terms.toSorted((one, other) => one.from - other.from)) {
    if (from < read || from >= to || to > heard.length) continue
    text += heard.slice(read, from)
    places.push({ from, to, term, start: text.length, end: text.length + term.length })
    text += term
    read = to
  }
  return {
    text: text + heard.slice(read),
    back: ({ from, to }) => ({ from: heardAt(places, from, 'from'), to: heardAt(places, to, 'to') }),
  }
}

/** An offset of the reading as one of what was heard; inside a term it is the end of its words on the named side. */
function heardAt(places: readonly Place[], offset: number, side: 'from' | 'to'): number {
  const before = places.findLast(({ start }) => start < offset)
  if (!before) return offset
  const isInside = side === 'from' ? offset < before.end : offset <= before.end
  return isInside ? before[side] : before.to + (offset - before.end)
}
