import { compilePoints, type CompiledWording } from './compile-points.ts'
import type { Lexicon } from './create-lexicon.ts'
import { echoesOf } from './echoes-of.ts'
import type { FinderPoint, FindInput, Match } from './finder.ts'
import { hear, readSpeech, windowsOf, type Window } from './read-speech.ts'
import { scoreDescription } from './score-description.ts'
import { LEAST_NOVELTY, scoreNovelty } from './score-relevance.ts'
import { trimQuote } from './trim-quote.ts'

/** Share from which a point counts as said in full, and from which it counts as touched. */
const FULL = 0.75
const LEAST = 0.02

/** What each further clause of the quote costs, so that the shortest telling one wins. */
const LENGTH_COST = 0.03

/**
 * Finds points that are only described, nobody having written how they are said: what the whole turn says of a point is
 * its share, the stretch that says most of it the quote. A sentence that lists is an answer too.
 */
export function findDescribed(
  lexicon: Lexicon,
  { text, asked }: Pick<FindInput, 'text' | 'asked'>,
  points: readonly FinderPoint[],
): Match[] {
  const speech = readSpeech(lexicon, text, true)
  const whole = hear(speech)
  const echoes = echoesOf(lexicon, asked)
  if (scoreNovelty(whole, echoes.own) < LEAST_NOVELTY) return []
  const windows = windowsOf(speech)
  return compilePoints(lexicon, points).flatMap(({ id, wordings: [description] }): Match[] => {
    if (!description) return []
    const share = scoreDescription(whole, description, echoes.terms)
    const quote = share < LEAST ? undefined : tellingWindow(windows, description, echoes.terms)
    if (!quote) return []
    const degree = share >= FULL ? 'full' : 'partly'
    return [{ pointId: id, degree, ...trimQuote(text, quote), strength: share, share }]
  })
}

function tellingWindow(
  windows: readonly Window[],
  description: CompiledWording,
  echoes: ReadonlySet<string>,
): Window | undefined {
  let best: Window | undefined
  let rank = 0
  for (const window of windows) {
    const ranked = scoreDescription(window.heard, description, echoes) - LENGTH_COST * (window.clauses - 1)
    if (ranked <= rank) continue
    best = window
    rank = ranked
  }
  return best
}
