import type { Lexicon } from './create-lexicon.ts'
import { splitTokens } from './split-tokens.ts'

/** The words of the question and what they can be recognised by; that something is a number echoes nothing. */
export function echoesOf(lexicon: Lexicon, asked: string): { own: Set<string>; terms: Set<string> } {
  const slots = lexicon.slotsOf(splitTokens(asked))
  const terms = slots.flatMap((slot) => slot.terms.filter((term) => !/^#[a-z]/.test(term)))
  return { own: new Set(slots.map(({ own }) => own)), terms: new Set(terms) }
}
