import type { Token } from './split-tokens.ts'

/** A run of tokens that says one thing: at most 16 of them. */
export interface Clause {
  tokens: Token[]
  /** A sentence starts here. */
  opens: boolean
}

/** Where a speaker without punctuation starts a new thought. */
const connectives = new Set(
  'and but so because then or which while second third also if when plus'.split(' '),
)

/** Shortest clause in tokens, so that "well," is none. */
const SHORTEST = 4

/** Longest clause in tokens: a recogniser may send no punctuation at all. */
const LONGEST = 16

/** Splits tokens into clauses: at punctuation and, once a clause is long enough, at connectives. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = []
  let clause: Clause | undefined
  for (const token of tokens) {
    const length = clause?.tokens.length ?? 0
    const ends =
      token.breaks === 'sentence' ||
      (token.breaks === 'clause' && length >= SHORTEST) ||
      (connectives.has(token.word) && length >= SHORTEST * 2) ||
      length >= LONGEST
    if (!clause || ends) {
      clause = { tokens: [], opens: !clause || token.breaks === 'sentence' }
      clauses.push(clause)
    }
    clause.tokens.push(token)
  }
  return clauses
}
