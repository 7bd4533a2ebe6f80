import type { Token } from '../grading/split-tokens.ts'
import { closenessOf } from './closeness-of.ts'
import { soundOf } from './sound-of.ts'
import type { Term, Vocabulary } from './vocabulary-of.ts'

export interface Likely {
  term: Term
  /** From 0: how likely it is that the term was meant. */
  likelihood: number
}

/** Likelihood from which a term is near what was heard. */
const NEAR = 0.76

/** Words that sound less alike than this are never confused. */
const LEAST_ALIKE = 0.66

/** What it is worth to a term that it fits its neighbours, and to the heard words that they do. */
const CONTEXT = 0.3

/** What it is worth when the heard words occur nowhere in the content, and what it costs when one word does. */
const UNHEARD_OF = 0.1
const KNOWN = 0.03

/** Fewest letters of a term: a shorter one sounds like too much. */
const SHORTEST = 4

/** Letters that two forms of one word share at least. */
const SHARED_START = 4

/**
 * The term that a run of heard words most likely stands for, if any: how alike the two sound, and which of them the
 * neighbouring words (stems) fit better. A noisy channel (Shannon 1948; Kernighan, Church and Gale 1990), with sums in
 * place of logarithms of probabilities. The constants were set on 306 sentences of the bank that four flite voices
 * spoke to Moonshine base, and tried on 510 others (decision 0022).
 */
export function likeliestTerm(
  run: readonly Token[],
  { before, after }: { before: string; after: string },
  { terms, joins, isKnown }: Vocabulary,
): Likely | undefined {
  const sound = soundOf(run.map(({ word }) => word).join(''))
  const heard = run.map(({ stem }) => stem)
  const fitOf = (stems: readonly string[]) => {
    const pairs = [before, ...stems].map((stem, index) => joins(stem, stems[index] ?? after))
    return pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length
  }
  const unheardOf = heard.filter((stem) => !isKnown(stem)).length / heard.length
  const known = heard.length === 1 && unheardOf === 0 ? KNOWN : 0
  const bias = UNHEARD_OF * unheardOf - known - CONTEXT * fitOf(heard)
  const least = Math.max(LEAST_ALIKE, NEAR - bias - CONTEXT)
  let best: Likely | undefined
  for (const term of terms) {
    if (term.sound.letters.length < SHORTEST) continue
    const closeness = closenessOf(sound, term.sound, least)
    if (closeness === 0 || isSameWord(run, term)) continue
    const likelihood = closeness + bias + CONTEXT * fitOf(term.stems)
    if (likelihood >= NEAR && likelihood > (best?.likelihood ?? 0)) best = { term, likelihood }
  }
  return best
}

/** Whether the term, or a word of it, was heard as it is, with other words around it or in another form. */
function isSameWord(run: readonly Token[], { stems, sound }: Term): boolean {
  if (run.some(({ stem }) => stems.includes(stem))) return true
  const [only] = run
  const [first = ''] = stems
  if (!only || run.length > 1 || stems.length > 1) return false
  const { word, stem } = only
  return word.includes(sound.letters) || sound.letters.includes(word) || sharesStart(stem, first)
}

/** "deliver" and "delivery": one word is the other up to its ending. */
function sharesStart(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return length >= SHARED_START && one.slice(0, length) === other.slice(0, length)
}
