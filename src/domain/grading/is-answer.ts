import { keepAnswers } from './keep-answers.ts'
import { splitClauses } from './split-clauses.ts'
import { splitTokens } from './split-tokens.ts'

/**
 * Whether all the words at [from, to) of a turn can answer something: none of them is said to the grader, none is of a bare
 * list or encoded.
 */
export function isAnswer(text: string, { from, to }: { from: number; to: number }): boolean {
  const clauses = splitClauses(splitTokens(text))
  const kept = new Set(keepAnswers(clauses))
  return clauses.every((clause) => {
    const isMeant = clause.tokens.some((token) => token.from < to && from < token.to)
    return !isMeant || kept.has(clause)
  })
}
