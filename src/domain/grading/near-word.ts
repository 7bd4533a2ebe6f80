/** Shortest stem that is compared letter by letter. */
const SHORTEST = 4

/** Share of letter pairs from which two stems are the same word, slipped or bent. Set on graded answers (evals). */
const NEAR = 0.65

/** What a stem is worth that another one continues: "reus" of "reusable". */
const CONTINUED = 0.85

/** Endings that turn a word's meaning round. */
const TURNED = /less$/

/**
 * 0-1: how likely two stems are forms or misspellings of one word; 0 below likeness. By the share of letter pairs they
 * have in common (Dice 1945) or one continuing the other, and always from the same first letter on, so that
 * "unconfirmed" is not near "confirmed".
 */
export function nearWord(a: string, b: string): number {
  if (a === b) return 1
  if (a[0] !== b[0] || a.length < SHORTEST || b.length < SHORTEST) return 0
  if (TURNED.test(a) !== TURNED.test(b)) return 0
  if (a.startsWith(b) || b.startsWith(a)) return CONTINUED
  const pairs = pairsOf(a)
  const others = pairsOf(b)
  const shared = [...pairs].filter((pair) => others.has(pair)).length
  const likeness = (2 * shared) / (pairs.size + others.size)
  return likeness >= NEAR ? likeness : 0
}

function pairsOf(word: string): Set<string> {
  const marked = `^${word}$`
  return new Set(Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2)))
}
