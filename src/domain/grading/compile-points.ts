import type { Lexicon } from './create-lexicon.ts'
import type { FinderPoint } from './finder.ts'
import { isDismissal, markNegated } from './mark-negated.ts'
import { splitClauses } from './split-clauses.ts'
import { splitTokens } from './split-tokens.ts'

export interface CompiledSlot {
  /** The word itself. */
  own: string
  terms: readonly { term: string; weight: number }[]
  negated: boolean
}

export interface CompiledWording {
  slots: readonly CompiledSlot[]
  total: number
  dismisses: boolean
}

export interface CompiledPoint {
  id: string
  wordings: readonly CompiledWording[]
  /** What the wordings together make of a term, said plainly and said negated. */
  pooled: ReadonlyMap<string, { plain: number; negated: number }>
  /** Pooled weight of its own middle wording: what a typical full mention reaches. */
  norm: number
}

/** How fast a term's pooled weight grows with the number of wordings that hold it. */
const POOLING = 0.7

/** Least share of a term's rarity that is left when every point of the question uses it. */
const LOCAL_FLOOR = 0.35

interface RawSlot {
  own: string
  terms: readonly string[]
  negated: boolean
}

/**
 * Prepares points for matching. A term weighs by its rarity in the bank and by how few of the given points
 * use it: what all points of one question speak of tells none of them apart.
 */
export function compilePoints(lexicon: Lexicon, points: readonly FinderPoint[]): CompiledPoint[] {
  const read = points.map(({ text, wordings, misheard }) => [text, ...wordings, ...misheard])
  const raw = read.map((texts) => texts.map((text) => readSlots(lexicon, text)))
  const users = new Map<string, number>()
  for (const slots of raw) {
    const terms = new Set(slots.flatMap((wording) => wording.flatMap((slot) => slot.terms)))
    for (const term of terms) users.set(term, (users.get(term) ?? 0) + 1)
  }
  const weigh = (term: string): number => {
    if (points.length < 2) return lexicon.rarity(term)
    const scale = Math.log(points.length + 1)
    const local = Math.log((points.length + 1) / (users.get(term) ?? 1)) / scale
    return lexicon.rarity(term) * (LOCAL_FLOOR + (1 - LOCAL_FLOOR) * local)
  }
  return points.map((point, index) => {
    const texts = read[index] ?? []
    return compilePoint(point.id, texts, raw[index] ?? [], weigh)
  })
}

function readSlots(lexicon: Lexicon, text: string): RawSlot[] {
  return splitClauses(splitTokens(text)).flatMap(({ tokens }) => {
    const negated = markNegated(tokens)
    return lexicon
      .slotsOf(tokens)
      .map(({ at, own, terms }) => ({ own, terms, negated: negated[at] ?? false }))
  })
}

function compilePoint(
  id: string,
  texts: readonly string[],
  raw: readonly (readonly RawSlot[])[],
  weigh: (term: string) => number,
): CompiledPoint {
  const pooled = poolTerms(raw, weigh)
  const wordings = raw.map((slots, index) => {
    const weighed = slots.map(({ own, terms, negated }) => ({
      own,
      terms: terms.map((term) => ({ term, weight: weigh(term) })),
      negated,
    }))
    const total = weighed.reduce((sum, { terms }) => sum + Math.max(...terms.map(({ weight }) => weight)), 0)
    return { slots: weighed, total, dismisses: isDismissal(splitTokens(texts[index] ?? '')) }
  })
  const best = ({ terms }: RawSlot) =>
    Math.max(...terms.map((term) => Math.max(pooled.get(term)?.plain ?? 0, pooled.get(term)?.negated ?? 0)))
  const own = raw.map((slots) => slots.reduce((sum, slot) => sum + best(slot), 0)).sort((a, b) => a - b)
  return { id, wordings, pooled, norm: own[Math.floor(own.length / 2)] || 1 }
}

function poolTerms(
  raw: readonly (readonly RawSlot[])[],
  weigh: (term: string) => number,
): Map<string, { plain: number; negated: number }> {
  const counts = new Map<string, { plain: number; negated: number; all: number }>()
  for (const slots of raw) {
    const seen = new Set<string>()
    for (const { terms, negated } of slots) {
      for (const term of terms) {
        const count = counts.get(term) ?? { plain: 0, negated: 0, all: 0 }
        count[negated ? 'negated' : 'plain'] += 1
        if (!seen.has(term)) count.all += 1
        seen.add(term)
        counts.set(term, count)
      }
    }
  }
  const pooled = new Map<string, { plain: number; negated: number }>()
  for (const [term, { plain, negated, all }] of counts) {
    const weight = weigh(term) * (1 - Math.exp(-POOLING * all))
    pooled.set(term, { plain: plain > 0 ? weight : 0, negated: negated > 0 ? weight : 0 })
  }
  return pooled
}
