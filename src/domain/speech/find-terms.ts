import { functionWords } from '../grading/function-words.ts'
import type { Token } from '../grading/split-tokens.ts'
import { splitTokens } from '../grading/split-tokens.ts'
import type { HeardTerm } from './heard-term.ts'
import type { Likely } from './likeliest-term.ts'
import { likeliestTerm } from './likeliest-term.ts'
import type { Vocabulary } from './vocabulary-of.ts'

/** Likelihood from which a term is taken as said. Set like those in likeliest-term.ts. */
const SURE = 0.84

/** Longest run of heard words that can be one term, and longest of letters that were spelled out. */
const LONGEST = 5
const LONGEST_SPELLED = 8

/** What comes after so many words, a quarter of an hour of speech, is left as it was heard. */
const MOST_WORDS = 2_500

/** Where a text begins and ends. */
const EDGE = ''

interface Guess extends Likely {
  at: number
  length: number
}

/**
 * Finds terms that were probably meant where a recogniser wrote other words that sound alike, in the order of the text
 * and without overlap: "I dame potent" for "idempotent", "C S R F" for "csrf". Names of the content and words that the
 * question's own wordings put together so are right as they are. A word confused with another that fits as well, as
 * "fifteen" with "fifty", cannot be found in a text, so numbers are never touched. Time is linear in the text.
 */
export function findTerms(text: string, vocabulary: Vocabulary): HeardTerm[] {
  const tokens = splitTokens(text).slice(0, MOST_WORDS)
  const guesses = tokens.flatMap((_, at) => [
    ...spelledAt(tokens, at, vocabulary),
    ...guessesAt(tokens, at, vocabulary),
  ])
  return withoutOverlap(guesses).map(({ at, length, term, likelihood }) => ({
    from: tokens[at]?.from ?? 0,
    to: tokens[at + length - 1]?.to ?? 0,
    term: term.written,
    sure: likelihood >= SURE,
  }))
}

/** The likeliest first; of two alike the one that changes less, then the earlier. Given in the order of the text. */
function withoutOverlap(guesses: readonly Guess[]): Guess[] {
  const ranked = guesses.toSorted((one, other) => {
    return other.likelihood - one.likelihood || one.length - other.length || one.at - other.at
  })
  const taken = new Set<number>()
  const chosen = ranked.filter(({ at, length }) => {
    const places = Array.from({ length }, (_, index) => at + index)
    const isFree = !places.some((place) => taken.has(place))
    if (isFree) for (const place of places) taken.add(place)
    return isFree
  })
  return chosen.toSorted((one, other) => one.at - other.at)
}

/** The likeliest term for each run of words that starts here. */
function guessesAt(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Guess[] {
  const guesses: Guess[] = []
  for (let length = 1; length <= LONGEST; length += 1) {
    const last = tokens[at + length - 1]
    if (!last || last.number || (length > 1 && last.breaks !== 'none')) break
    const run = tokens.slice(at, at + length)
    if (isRight(run, vocabulary) || holdsName(run, vocabulary)) continue
    const before = tokens[at - 1]?.stem ?? EDGE
    const after = tokens[at + length]?.stem ?? EDGE
    const likely = likeliestTerm(run, { before, after }, vocabulary)
    if (likely) guesses.push({ ...likely, at, length })
  }
  return guesses
}

/** A term whose letters were written one by one, with whatever marks between them. */
function spelledAt(tokens: readonly Token[], at: number, { terms }: Vocabulary): Guess[] {
  const rest = tokens.slice(at, at + LONGEST_SPELLED)
  const end = rest.findIndex(({ word }) => !/^[a-z]$/.test(word))
  const letters = rest.slice(0, end < 0 ? rest.length : end).map(({ word }) => word)
  if (letters.length < 2) return []
  return terms.flatMap((term) => {
    const { length } = term.sound.letters
    const isSpelled = length >= 2 && letters.slice(0, length).join('') === term.sound.letters
    return isSpelled ? [{ at, length, term, likelihood: 1 }] : []
  })
}

/** Words of grammar alone, a name, and words that the question's own wordings say in this order. */
function isRight(run: readonly Token[], { isOwn, isName, joins }: Vocabulary): boolean {
  if (run.every(({ word }) => functionWords.has(word)) || isName(run)) return true
  return run.every(({ stem }, index) => {
    const before = run[index - 1]
    return isOwn(stem) && (!before || joins(before.stem, stem) === 1)
  })
}

/** A name with words of grammar before or behind it. */
function holdsName(run: readonly Token[], { isName }: Vocabulary): boolean {
  const isTelling = ({ word }: Token) => !functionWords.has(word)
  const inner = run.slice(run.findIndex(isTelling), run.findLastIndex(isTelling) + 1)
  return inner.length < run.length && isName(inner)
}
