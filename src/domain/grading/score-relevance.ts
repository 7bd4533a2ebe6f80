import type { Lexicon } from './create-lexicon.ts'
import type { HeardTerms } from './score-window.ts'

/**
 * Relevance from which a turn is about the question. On the bank's content, answers at levels 2, 3 and 4 and
 * answers to probes stay above 0.4, and flattery, small talk, instructions to the grader, echoes and requests
 * to repeat stay below 0.18.
 */
export const ON_TOPIC = 0.2

/** Share of a turn's words that must be its own: less is the question said back. */
export const LEAST_NOVELTY = 0.15

/** Weight of topical words from which a turn is on topic however long it is: about four rare words. */
const ENOUGH = 3

/** Share of the words' weight that must be the topic's for full relevance. */
const SHARE = 0.5

/** 0-1: how much of what was said is about the topic, beyond the words of the question. */
export function scoreRelevance(
  lexicon: Lexicon,
  heard: HeardTerms,
  asked: ReadonlySet<string>,
  topic: ReadonlySet<string>,
): number {
  let all = 0
  let matched = 0
  for (const terms of heard.words.values()) {
    if (terms.some((term) => asked.has(term))) continue
    all += Math.max(...terms.map((term) => lexicon.rarity(term)))
    matched += Math.max(0, ...terms.filter((term) => topic.has(term)).map((term) => lexicon.rarity(term)))
  }
  if (all === 0) return 0
  return Math.min(1, matched / ENOUGH) * Math.min(1, matched / all / SHARE)
}

/** 0-1: share of the different words said that the question did not say first; 0 for no words. */
export function scoreNovelty({ own }: HeardTerms, asked: ReadonlySet<string>): number {
  const words = [...own]
  if (words.length === 0) return 0
  return words.filter((word) => !asked.has(word)).length / words.length
}
