import { splitTokens } from '../grading/split-tokens.ts'
import { soundOf } from './sound-of.ts'
import type { Vocabulary } from './vocabulary-of.ts'

/** A vocabulary for tests: the terms, and sentences that stand for the wordings of the question. */
export function exampleVocabulary(terms: readonly string[], wordings: readonly string[] = []): Vocabulary {
  const texts = [...wordings, ...terms].map((text) => splitTokens(text).map(({ stem }) => stem))
  const words = new Set(texts.flat())
  const pairs = new Set(
    texts.flatMap((stems) => stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`)),
  )
  return {
    terms: terms.map((written) => ({
      written,
      stems: splitTokens(written).map(({ stem }) => stem),
      sound: soundOf(written),
    })),
    isOwn: (word) => words.has(word),
    isName: () => false,
    isKnown: (word) => words.has(word),
    joins: (first, second) => (pairs.has(`${first} ${second}`) ? 1 : 0),
  }
}
