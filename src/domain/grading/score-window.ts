import type { CompiledPoint, CompiledWording } from './compile-points.ts'

interface Said {
  plain: boolean
  negated: boolean
}

/** What a stretch of speech holds: each word once, and whether it was said plainly, negated or both. */
export interface HeardTerms {
  /** The terms of each word, its first term standing for the word. */
  words: ReadonlyMap<string, readonly string[]>
  said: ReadonlyMap<string, Said>
  /** The words themselves, as stems, numbers and known phrases. */
  own: ReadonlySet<string>
}

/** What a term is worth when the interviewer said it first: next to nothing. */
const ECHO = 0.15

/** What a term is worth when it was negated and the point says it plainly, or the other way round. */
const OPPOSITE = 0.1

/** Matched weight that is enough whatever the length of the wording: about four rare words. */
const ENOUGH = 2.6

/** Least weight a full match needs: a single common word is never one. */
const LEAST = 1.2

/** Share of a wording's weight that counts in full even where it was in the question. */
const ECHO_FLOOR = 0.6

/** Fewest words of a wording that must be said: one shared noun is a coincidence. */
const LEAST_WORDS = 2

/** Below this share of a typical mention no single wording can be matched well enough to matter. */
const LEAST_SHARED = 0.15

/** Half of the strength is the best single wording, half is what all wordings together speak of. */
const BEST_WORDING = 0.5

/**
 * 0-1: how much of a point a stretch of speech says. One half is the weighted recall of its best wording,
 * with saturation so that long wordings need not be said in full; the other half is the weight of the terms
 * that its wordings share, as a fraction of what a typical wording reaches. All constants were set on the
 * bank's own answers (content-ladder.test.ts keeps them honest).
 */
export function scoreWindow(
  heard: HeardTerms,
  point: CompiledPoint,
  asked: ReadonlySet<string>,
  askedFor = false,
): { strength: number; wording: CompiledWording | undefined } {
  const shared = Math.min(1, pooledWeight(heard, point, asked) / point.norm)
  if (shared < LEAST_SHARED) return { strength: 0, wording: undefined }
  let recall = 0
  let wording: CompiledWording | undefined
  for (const candidate of point.wordings) {
    const share = recallOf(heard, candidate, asked, askedFor ? 1 : LEAST_WORDS)
    if (share > recall) {
      recall = share
      wording = candidate
    }
  }
  if (!wording) return { strength: 0, wording }
  return { strength: BEST_WORDING * Math.min(1, recall) + (1 - BEST_WORDING) * shared, wording }
}

function recallOf(
  heard: HeardTerms,
  wording: CompiledWording,
  asked: ReadonlySet<string>,
  leastWords: number,
): number {
  const { matched, total, words } = weighMatch(heard, wording, asked)
  if (words < Math.min(leastWords, wording.slots.length)) return 0
  return matched / Math.max(LEAST, Math.min(Math.max(total, wording.total * ECHO_FLOOR), ENOUGH))
}

function weighMatch(
  heard: HeardTerms,
  wording: CompiledWording,
  asked: ReadonlySet<string>,
): { matched: number; total: number; words: number } {
  let matched = 0
  let words = 0
  let total = 0
  for (const { terms, negated } of wording.slots) {
    let gain = 0
    let most = 0
    for (const { term, weight } of terms) {
      const value = asked.has(term) ? weight * ECHO : weight
      if (value > most) most = value
      const said = heard.said.get(term)
      if (!said) continue
      const agreed = (negated ? said.negated : said.plain) ? value : value * OPPOSITE
      if (agreed > gain) gain = agreed
    }
    if (gain > 0) words += 1
    matched += gain
    total += most
  }
  return { matched, total, words }
}

function pooledWeight(heard: HeardTerms, point: CompiledPoint, asked: ReadonlySet<string>): number {
  let sum = 0
  for (const terms of heard.words.values()) {
    let most = 0
    for (const term of terms) {
      const pooled = point.pooled.get(term)
      const said = heard.said.get(term)
      if (!pooled || !said) continue
      const plain = said.plain ? Math.max(pooled.plain, pooled.negated * OPPOSITE) : 0
      const negated = said.negated ? Math.max(pooled.negated, pooled.plain * OPPOSITE) : 0
      most = Math.max(most, Math.max(plain, negated) * (asked.has(term) ? ECHO : 1))
    }
    sum += most
  }
  return sum
}
