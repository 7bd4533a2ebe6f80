/** A stretch of a text, end exclusive. */
export type Span = { start: number; end: number }

const CLAUSE = /[,;:()–—]|\s-\s|\b(?:but|however|although|though)\b/gi

/** What stands between two marks of a sentence; `turns` where a semicolon or "but" came before it. */
export type Clause = Span & { turns: boolean }

/** Splits a sentence at commas, brackets, dashes and "but"; offsets into the sentence. */
export function splitClauses(sentence: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  let turns = false
  for (const match of sentence.matchAll(CLAUSE)) {
    clauses.push({ start, end: match.index, turns })
    start = match.index + match[0].length
    turns = /[;a-z]/i.test(match[0])
  }
  return [...clauses, { start, end: sentence.length, turns }]
}

/** The short items of a list before "... and Go are not required", or the thing before "(not required)". */
export function listBefore(sentence: string, clauses: readonly Clause[], index: number): Clause[] {
  const items: Clause[] = []
  if (clauses[index]?.turns === true) return items
  const isBare = countWords(sentence, clauses[index]) <= 3
  for (let at = index - 1; at >= 0; at -= 1) {
    const earlier = clauses[at]
    if (earlier === undefined || countWords(sentence, earlier) > 3 || (isBare && items.length === 1)) break
    items.push(earlier)
    if (earlier.turns) break
  }
  return items
}

/** The words of a clause; more than 60 characters count as many. */
function countWords(sentence: string, clause: Clause | undefined): number {
  if (clause === undefined || clause.end - clause.start > 60) return Infinity
  return sentence.slice(clause.start, clause.end).trim().split(/\s+/).length
}
