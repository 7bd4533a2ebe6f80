import type { Concept } from '../catalog/concept.ts'
import { compilePoints, type CompiledPoint } from './compile-points.ts'
import { createLexicon, type Lexicon } from './create-lexicon.ts'
import { echoesOf } from './echoes-of.ts'
import { everydayWords } from './everyday-words.ts'
import { findDescribed } from './find-described.ts'
import type { Finder, FinderPoint, FindInput, Match } from './finder.ts'
import { fitTopics, type Topics } from './fit-topics.ts'
import { hear, readSpeech, windowsOf, type Window } from './read-speech.ts'
import { rememberText } from './remember-text.ts'
import { LEAST_NOVELTY, scoreNovelty, scoreRelevance } from './score-relevance.ts'
import { scoreWindow } from './score-window.ts'
import { splitTokens } from './split-tokens.ts'
import { trimQuote } from './trim-quote.ts'

export interface FinderContent {
  /** Wordings, a list per point: which words are rare is counted over these. */
  corpus: readonly (readonly string[])[]
  /** What the questions are about, a list of texts each: an answer that fits another one far better earns nothing. */
  topics: readonly (readonly string[])[]
  concepts: readonly Concept[]
}

/** Strength from which a point counts as said in full. Set on the bank's answers at levels 2, 3 and 4. */
export const FULL_STRENGTH = 0.5

/** Strength from which a point counts as touched. */
export const PARTLY_STRENGTH = 0.39

/** What each further clause of a window costs, so that the shortest sufficient quote wins. */
const LENGTH_COST = 0.03

/** What each end of a sentence inside a window costs: one thought is seldom said in two. */
const CROSSING_COST = 0.05

/** Strength given to points that were asked for directly: an answer to them need not name them again. */
const ASKED_FOR = 0.08

/** Point sets and topics kept ready; the oldest goes when a new one comes. */
const KEPT = 256

/**
 * The built-in finder: weighted recall of a point's wordings over sliding windows of one to three clauses,
 * with stems, shared concepts and the rarity of words. What the interviewer said first earns next to
 * nothing, what is negated or waved away does not count, and what is said to the grader is not read.
 * Time is linear in the text; points are prepared once per set, the words of the corpus at the first question asked of it.
 */
export function createFinder({ corpus, topics: all, concepts }: FinderContent): Finder {
  let known: Lexicon | undefined
  let knownLoosely: Lexicon | undefined
  let fitted: Topics | undefined
  const lexicon = () => (known ??= createLexicon(corpus, concepts))
  const loose = () => (knownLoosely ??= createLexicon(corpus, [...concepts, ...everydayWords]))
  const compiled = remember((points: readonly FinderPoint[]) => compilePoints(lexicon(), points), contentOf)
  const topics = remember(
    (topic: readonly string[]) => new Set(topic.flatMap((text) => termsOf(lexicon(), text))),
    (topic) => topic.join('\n'),
  )
  const elsewhere = () => (fitted ??= fitTopics(all.map((topic) => topics(topic))))
  const listen = rememberText((text) => {
    const speech = readSpeech(lexicon(), text)
    return { whole: hear(speech), windows: windowsOf(speech) }
  })
  const echo = rememberText((asked) => echoesOf(lexicon(), asked))
  const findWorded = ({ text, asked, points, askedFor }: FindInput): Match[] => {
    const { whole, windows } = listen(text)
    const echoes = echo(asked)
    if (scoreNovelty(whole, echoes.own) < LEAST_NOVELTY) return []
    return compiled(points).flatMap((point) => {
      const bonus = askedFor?.has(point.id) === true ? ASKED_FOR : 0
      // No window says more of a point than the whole turn does.
      const most = scoreWindow(whole, point, echoes.terms, bonus > 0).strength
      if (most + bonus < PARTLY_STRENGTH) return []
      return bestMatch(text, windows, point, { echoes: echoes.terms, bonus }) ?? []
    })
  }
  return {
    name: 'built-in',
    version: '2',
    find: (input) => {
      if (!input.points.some(isDescribed)) return findWorded(input)
      const points = input.points.filter((point) => !isDescribed(point))
      return [
        ...findWorded({ ...input, points }),
        ...findDescribed(loose(), input, input.points.filter(isDescribed)),
      ]
    },
    relevance: ({ text, asked, topic }) => {
      const { whole } = listen(text)
      const own = topics(topic.texts)
      if (!topic.isOpen && elsewhere().isElsewhere(whole, own)) return 0
      return scoreRelevance(lexicon(), whole, echo(asked).terms, own)
    },
  }
}

/** Nobody has written how it is said. */
function isDescribed({ wordings }: FinderPoint): boolean {
  return wordings.length === 0
}

function bestMatch(
  text: string,
  windows: readonly Window[],
  point: CompiledPoint,
  { echoes, bonus }: { echoes: ReadonlySet<string>; bonus: number },
): Match | undefined {
  let best: Window | undefined
  let rank = 0
  let strength = 0
  for (const window of windows) {
    const scored = scoreWindow(window.heard, point, echoes, bonus > 0)
    const ranked = scored.strength - LENGTH_COST * (window.clauses - 1) - CROSSING_COST * window.crossings
    if (ranked <= rank || (window.dismisses && scored.wording?.dismisses !== true)) continue
    best = window
    rank = ranked
    strength = scored.strength
  }
  if (!best || rank + bonus < PARTLY_STRENGTH) return undefined
  const degree = rank + bonus >= FULL_STRENGTH ? 'full' : 'partly'
  return { pointId: point.id, degree, ...trimQuote(text, best), strength: Math.min(1, strength) }
}

function termsOf(lexicon: Lexicon, text: string): string[] {
  return lexicon.slotsOf(splitTokens(text)).flatMap(({ terms }) => terms)
}

function contentOf(points: readonly FinderPoint[]): string {
  return points
    .map(({ id, text, wordings, misheard }) => [id, text, ...wordings, ...misheard].join('\n'))
    .join('\n\n')
}

/** Remembers results by the content they were made of. */
function remember<I extends object, O>(make: (input: I) => O, keyOf: (input: I) => string): (input: I) => O {
  const byObject = new WeakMap<I, O>()
  const byContent = new Map<string, O>()
  return (input) => {
    const seen = byObject.get(input)
    if (seen !== undefined) return seen
    const key = keyOf(input)
    const made = byContent.get(key) ?? make(input)
    byObject.set(input, made)
    byContent.set(key, made)
    const oldest = byContent.keys().next()
    if (byContent.size > KEPT && !oldest.done) byContent.delete(oldest.value)
    return made
  }
}
