import type { Entry } from './state.ts'

/** A turn whose words are to change: what was known of terms was known of the words before. */
export function withoutTerms({ terms = [], ...entry }: Entry): Entry {
  const isTerm = (range: [number, number]) =>
    terms.some(({ from, to }) => from === range[0] && to === range[1])
  return { ...entry, unsure: entry.unsure.filter((range) => !isTerm(range)) }
}
