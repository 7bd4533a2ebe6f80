/** A stretch of a text, end exclusive. */
export type Span = { start: number; end: number }

const MAY_REFUSE = /\b(?:no|not|never|without|instead|rather|cannot|replac\w+|away|longer)\b|n['’]t\b/i
const CLAUSE = /[,;:()–—]|\s-\s|\b(?:but|however|although|though)\b/gi
/** What is said after the thing: "React experience is not required". */
const REFUSED_AFTER = new RegExp(
  "(?:\\bnot|n['’]t) (?:strictly |absolutely |a |an |be |at all )?" +
    '(?:required?|requirements?|needed|necessary|expected|essential|mandatory|must|prerequisite)\\b' +
    '|\\bunnecessary\\b',
  'i',
)
/** What is said before it: "you don't need React". */
const REFUSED_BEFORE = new RegExp(
  "(?:\\bnot|n['’]t) (?:\\w+ )?" +
    '(?:need|require|expect|use|do|have to know|have to|work with|looking for|want|touch)\\b' +
    '|\\b(?:instead of|rather than|without|away from|replac(?:e|es|ed|ing)|no longer(?: use)?)\\b' +
    "|\\b(?:this is not|are not|isn['’]t|is not)\\b",
  'i',
)
/** "No experience with A, B or C": goes on over the commas of its list. */
const NO_EXPERIENCE = new RegExp(
  '\\bno (?:[\\p{L}\\p{N}+#./-]+ ){0,5}?' +
    '(?:experience|knowledge|background|skills?|familiarity|expertise|training)\\b|\\bno need\\b',
  'iu',
)
const NOT_A_REFUSAL = /\bnot (?:only|just|limited)\b|\bno (?:problem|limit)\b/i

/**
 * The stretches of a sentence that say what is not asked for. The sentence's offsets in its text are
 * `from`, so that the spans can be compared with those of words.
 */
export function findRefusals(sentence: string, from: number): Span[] {
  if (!MAY_REFUSE.test(sentence)) return []
  const clauses = splitClauses(sentence)
  const spans: Span[] = []
  let running = false
  for (const [index, clause] of clauses.entries()) {
    const words = sentence.slice(clause.start, clause.end)
    if (clause.turns) running = false
    const refusal = readRefusal(words)
    if (refusal === 'none' && !running) continue
    running = running || refusal === 'list'
    spans.push({ start: from + clause.start, end: from + clause.end })
    if (refusal === 'after') {
      for (const earlier of listBefore(sentence, clauses, index)) {
        spans.push({ start: from + earlier.start, end: from + earlier.end })
      }
    }
  }
  return spans
}

function readRefusal(clause: string): 'none' | 'list' | 'after' | 'before' {
  if (NOT_A_REFUSAL.test(clause)) return 'none'
  if (NO_EXPERIENCE.test(clause)) return 'list'
  if (REFUSED_AFTER.test(clause)) return 'after'
  return REFUSED_BEFORE.test(clause) ? 'before' : 'none'
}

type Clause = Span & { turns: boolean }

function splitClauses(sentence: string): Clause[] {
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
function listBefore(sentence: string, clauses: readonly Clause[], index: number): Clause[] {
  const items: Clause[] = []
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
