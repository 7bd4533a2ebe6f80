import type { Concept } from '../catalog/concept.ts'
import { functionWords } from './function-words.ts'
import { splitTokens, type Token } from './split-tokens.ts'

/** A word or phrase of a text with all it can be recognised by; any one of the terms matches it. */
export interface Slot {
  /** Index of its first token. */
  at: number
  /** The word itself: its stem, the number as digits, or the phrase. */
  own: string
  terms: string[]
}

export interface Lexicon {
  /** The content of the tokens, in order; function words that are part of no known phrase are left out. */
  slotsOf(tokens: readonly Token[]): Slot[]
  /** 0-1: how rare a term is in the corpus; 1 for a term that never occurs. */
  rarity(term: string): number
}

interface Node {
  next: Map<string, Node>
  concepts: string[]
}

const numberKinds: readonly [string, RegExp][] = [
  ['#duration', /^(ms|milli|millisecond|second|sec|minut|min|hour|dai|day|week|month|quarter|year)$/],
  ['#percent', /^(percent|percentag|percentil|nine)$/],
  ['#money', /^(euro|dollar|cent|buck|pound|eur|usd)$/],
  ['#bytes', /^(byte|kilobyt|megabyt|gigabyt|terabyt|kb|mb|gb|tb|kib|mib)$/],
]

/** Words for sizes: with a number before them they tell a scale. */
const counted =
  /^(user|request|row|tenant|custom|compani|event|job|order|shop|devic|messag|server|team|peopl|person|engin|account|record|call|line|item|session|page|file|payment|payout|region|developer|develop)$/

/**
 * Builds what knows which words mean the same and which are rare. A concept's forms match as whole phrases,
 * by stem, the longest first; the rarity of a term is its inverse document frequency over `corpus`, where a
 * list of wordings is one document (Spärck Jones 1972), scaled to 0-1.
 */
export function createLexicon(corpus: readonly (readonly string[])[], concepts: readonly Concept[]): Lexicon {
  const root: Node = { next: new Map(), concepts: [] }
  for (const { id, forms } of concepts) for (const form of forms) addPhrase(root, splitTokens(form), `@${id}`)

  const slotsOf = (tokens: readonly Token[]): Slot[] => {
    const slots: Slot[] = []
    for (let at = 0; at < tokens.length;) {
      const phrase = longestPhrase(root, tokens, at)
      const length = Math.max(phrase.length, 1)
      const own = tokens
        .slice(at, at + length)
        .map(({ stem }) => stem)
        .join(' ')
      const terms = [...phrase.concepts, ...(length > 1 ? [`=${own}`] : ownTerms(tokens, at))]
      if (terms.length > 0) slots.push({ at, own, terms })
      at += length
    }
    return slots
  }

  const frequency = new Map<string, number>()
  for (const wordings of corpus) {
    const seen = new Set(wordings.flatMap((text) => slotsOf(splitTokens(text)).flatMap(({ terms }) => terms)))
    for (const term of seen) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  const most = Math.log(corpus.length + 1)
  const rarity = (term: string) => {
    if (most === 0) return 1
    return Math.max(0, Math.min(1, Math.log((corpus.length + 1) / (frequency.get(term) ?? 1)) / most))
  }
  return { slotsOf, rarity }
}

function addPhrase(root: Node, tokens: readonly Token[], concept: string): void {
  let node = root
  for (const { stem } of tokens) {
    const next = node.next.get(stem) ?? { next: new Map(), concepts: [] }
    node.next.set(stem, next)
    node = next
  }
  if (!node.concepts.includes(concept)) node.concepts.push(concept)
}

function longestPhrase(
  root: Node,
  tokens: readonly Token[],
  at: number,
): { length: number; concepts: string[] } {
  let node: Node | undefined = root
  let best = { length: 0, concepts: [] as string[] }
  for (let index = at; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (!token || (index > at && token.breaks === 'sentence')) break
    node = node.next.get(token.stem)
    if (!node) break
    if (node.concepts.length > 0) best = { length: index - at + 1, concepts: node.concepts }
  }
  return best
}

/** What a word or number is recognised by besides its concepts. */
function ownTerms(tokens: readonly Token[], at: number): string[] {
  const token = tokens[at]
  if (!token) return []
  if (!token.number) return functionWords.has(token.word) ? [] : [token.stem]
  const unit = tokens[at + 1]?.stem ?? ''
  const kind = numberKinds.find(([, pattern]) => pattern.test(unit))
  if (kind) return [kind[0], '#number']
  return counted.test(unit) ? ['#count', '#number'] : [`#${token.stem}`, '#number']
}
