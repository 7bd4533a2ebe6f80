import type { FinderPoint } from './finder.ts'
import { functionWords } from './function-words.ts'
import { isDismissal, isDismissalOfBefore, markNegated } from './mark-negated.ts'
import { splitClauses, type Clause } from './split-clauses.ts'
import { splitTokens } from './split-tokens.ts'

type Polarity = Map<string, { plain: boolean; negated: boolean }>

/**
 * Whether the words at [from, to) of a turn say the opposite of a point: they wave it away ("that's fine", or "but that's
 * no problem" right after them), or at least half of the words that they share with its wordings are negated where
 * the wordings are not, or the other way round.
 */
export function isDenied(
  text: string,
  { from, to }: { from: number; to: number },
  { text: described, wordings }: Pick<FinderPoint, 'text' | 'wordings'>,
): boolean {
  const texts = [described, ...wordings]
  const clauses = splitClauses(splitTokens(text))
  const quoted = clauses.filter(({ tokens }) => tokens.some((token) => token.from < to && from < token.to))
  const next = clauses[clauses.indexOf(quoted.at(-1) ?? { tokens: [], opens: false }) + 1]
  const dismissed =
    quoted.some(({ tokens }) => isDismissal(tokens)) || isDismissalOfBefore(next?.tokens ?? [])
  if (dismissed && !texts.some((each) => isDismissal(splitTokens(each)))) return true
  const meant = polarityOf(texts.flatMap((each) => splitClauses(splitTokens(each))))
  const shared = [...polarityOf(quoted)].flatMap(([stem, said]) => {
    const wanted = meant.get(stem)
    return wanted ? [(said.plain && wanted.plain) || (said.negated && wanted.negated)] : []
  })
  const agreed = shared.filter(Boolean).length
  return shared.length > 0 && shared.length - agreed >= agreed
}

function polarityOf(clauses: readonly Clause[]): Polarity {
  const said: Polarity = new Map()
  for (const { tokens } of clauses) {
    const negated = markNegated(tokens)
    for (const [index, { word, stem }] of tokens.entries()) {
      if (functionWords.has(word)) continue
      const before = said.get(stem)
      const isNegated = negated[index] === true
      said.set(stem, {
        plain: before?.plain === true || !isNegated,
        negated: before?.negated === true || isNegated,
      })
    }
  }
  return said
}
