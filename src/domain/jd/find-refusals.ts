import { listBefore, splitClauses } from './split-clauses.ts'
import type { Span } from './split-clauses.ts'

const MAY_REFUSE = /\b(?:no|not|never|without|instead|rather|cannot|replac\w+|away|longer)\b|n['’]t\b/i
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
