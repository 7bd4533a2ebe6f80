import { stemmer } from 'stemmer'
import type { Fact } from '../../catalog/question.ts'

/** Share of a pattern's words that a question must hold to mean it. */
const PATTERN_SHARE = 0.75

const common = new Set(
  'a an the is are was do does did it its this that of to in on for and or we you i they be what how which who when where there any have has had can could will would should'.split(
    ' ',
  ),
)

interface Match {
  fact: Fact
  share: number
  length: number
  /** Words of the pattern that were said in that very form. */
  verbatim: number
}

/**
 * The fact a clarifying question asks for: best share of a pattern's words, the longer pattern on a tie, then the one
 * more of whose words were said as they are written.
 */
export function matchFact(text: string, facts: Fact[]): Fact | undefined {
  const said = new Set(stems(text))
  const everything = new Set(stems(text, false))
  const words = new Set(wordsOf(text))
  let best: Match | undefined
  for (const fact of facts) {
    for (const pattern of fact.patterns) {
      const wanted = stems(pattern)
      if (wanted.length === 0) continue
      const there = isCommon(pattern) ? everything : said
      const share = wanted.filter((stem) => there.has(stem)).length / wanted.length
      if (share < PATTERN_SHARE) continue
      const verbatim = wordsOf(pattern).filter((word) => words.has(word)).length
      const match = { fact, share, length: wanted.length, verbatim }
      if (!best || isBetter(match, best)) best = match
    }
  }
  return best?.fact
}

function isBetter(match: Match, best: Match): boolean {
  return (match.share - best.share || match.length - best.length || match.verbatim - best.verbatim) > 0
}

function isCommon(pattern: string): boolean {
  return wordsOf(pattern).every((word) => common.has(word))
}

/** Stems of the words that say something, or of all when none does or all are wanted. */
function stems(text: string, telling = true): string[] {
  const words = wordsOf(text)
  const content = telling ? words.filter((word) => !common.has(word)) : words
  return (content.length > 0 ? content : words).map((word) => stemmer(word))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
