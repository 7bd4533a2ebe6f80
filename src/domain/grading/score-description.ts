import type { CompiledSlot, CompiledWording } from './compile-points.ts'
import { nearWord } from './near-word.ts'
import type { HeardTerms } from './score-window.ts'

/** What a word is worth that the interviewer said first. */
const ECHO = 0.2

/** What a word is worth that was negated where the description says it plainly, or the other way round. */
const OPPOSITE = 0.7

/** What another word for the same is worth. */
const SYNONYM = 0.75

/** How fast what was heard becomes a full mention: nobody speaks all of a description. */
const SATURATION = 4

const MOST = 1 - Math.exp(-SATURATION)

/**
 * 0-1: how much of a point that is only described a stretch of speech says: the share of the description's weight that
 * was said, as a word, another word for it or a near word, saturating towards 1. Each word of the description counts
 * once. The constants were set on graded short answers (evals/README.md).
 */
export function scoreDescription(
  heard: HeardTerms,
  { slots }: CompiledWording,
  asked: ReadonlySet<string>,
): number {
  let said = 0
  let total = 0
  for (const slot of new Map(slots.map((item) => [item.own, item])).values()) {
    const mean = slot.terms.reduce((sum, { weight }) => sum + weight, 0) / slot.terms.length
    const weight = mean * (slot.terms.some(({ term }) => asked.has(term)) ? ECHO : 1)
    total += weight
    said += weight * hearSlot(heard, slot)
  }
  return total === 0 ? 0 : (1 - Math.exp((-SATURATION * said) / total)) / MOST
}

function hearSlot(heard: HeardTerms, { own, terms, negated }: CompiledSlot): number {
  let best = 0
  for (const [index, { term }] of terms.entries()) {
    const how = heard.said.get(term)
    if (!how) continue
    const agreed = (negated ? how.negated : how.plain) ? 1 : OPPOSITE
    best = Math.max(best, agreed * (index === terms.length - 1 ? 1 : SYNONYM))
  }
  if (best > 0) return best
  for (const other of heard.own) best = Math.max(best, nearWord(own, other))
  return best
}
