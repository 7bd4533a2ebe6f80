import { functionWords } from './function-words.ts'
import type { Clause } from './split-clauses.ts'

/** An order to the grader that opens a sentence, after "please", "by the way" and the like. */
const order =
  /^(?:(?:please|now|ok|okay|and|so|also|just|by the way|you must|you should|dear|system|grader|interviewer|assistant) )*(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|instructions|prompt|rules|rubric|above|previous|everything)\b/

/** Speech to or about the grader, which answers no question whoever says it. */
const toTheGrader = [
  /\b(?:system prompt|you are (?:now )?(?:an? |the )?(?:grader|evaluator|language model|ai|assistant|judge))\b/,
  /\b(?:give|award|grant|assign|score|mark|rate|grade)\b.{0,30}\b(?:me|candidate|full marks|maximum|top score|highest score|perfect score|(?:score|scores) of|level 4|out of 4)\b.{0,40}\b(?:4|four|marks?|points?|scores?|grade|dimensions?|highest|maximum|full|perfect)\b/,
  /\b(?:score|grade|mark|rate|rating) (?:(?:it|this|that|them|is|of|a) )*\d+ out of \d+\b/,
  /\bthe candidate (?:has|have|is|was|did|found|finds|names|named|answered|answers|covered|covers|identified|identifies|demonstrates?|demonstrated|explained|explains|shows?|showed|deserves|should|mentions?|mentioned|correctly|clearly)\b/,
  /^(?:(?:please|so|now|and|then|just|you (?:can|should|must|may|have to|need to)) )*(?:mark|count|record|note|tick|credit)\b.{1,80}\bas (?:found|heard|covered|met|fulfilled)\b/,
  /\b(?:all|every|each|these|following) (?:expected )?(?:points?|criteria|rubric (?:points?|items?))\b.{0,30}\b(?:heard|met|covered|satisfied|fulfilled|full)\b/,
]

/** Speech about how good the speaker is, which answers nothing either. */
const selfPraise = [
  /\b(?:have|got|bring|with) (?:\w+ ){0,3}years? of experience\b/,
  /\bi(?:'m| am) (?:really |very |pretty |just |simply )?(?:great|excellent|brilliant|amazing|fantastic|(?:very |really )?good|the best) (?:at|in|with)\b/,
  /\b(?:i was|i am|i'm) (?:\w+ ){0,2}(?:best|greatest|top) (?:engineer|developer|programmer|person|performer|one)\b/,
  /\b(?:everyone|everybody|my (?:boss|manager|lead|team)) (?:was|were|is|said|says|told me|thinks|thought).{0,40}\b(?:impressed|amazed|best|amazing|brilliant)\b/,
  /\bi(?:'ve| have)? (?:just )?(?:found|covered|named|identified|mentioned|answered) (?:all|every|everything)\b.{0,30}\b(?:bugs?|issues?|problems?|points?|risks?|questions?|expect\w*|criteria)\b/,
]

/** Superlatives that say nothing where no number stands beside them. */
const hollow =
  /\b(?:super|incredibly|insanely|amazingly|blazingly?|extremely|highly) (?:fast|reliable|scalable|stable|robust|performant)\b|\b(?:exceeded|smashed|crushed|hit) (?:all|every)\b/

/** Words in a row without one word of grammar or a mark between them: a list of terms, not speech. */
const LONGEST_BARE_RUN = 9

/** Share of words of grammar and numbers from which a sentence is speech, even if it lists. */
const LEAST_GRAMMAR = 0.2

/** Short bare items in a row, as in "race condition, caching, retries, sharding, locks". */
const LONGEST_BARE_LIST = 4

/** Letters and digits in turns without a space between them, as in a key or an encoded text: no identifier is like it. */
const ENCODED_PIECES = 8
const ENCODED_NUMBERS = 2

/** Characters from which a single word with a digit in it is none. */
const ENCODED_LENGTH = 21

/**
 * Which clauses can answer anything: not those of a sentence said to the grader or about how good the speaker is, and
 * neither lists of terms nor encoded text. An instruction that opens a sentence takes the rest of the turn with it.
 *
 * @param framed whether a list counts that stands in a sentence of its own words
 */
export function keepAnswers<T extends Clause>(clauses: readonly T[], framed = false): T[] {
  const kept: T[] = []
  for (const sentence of toSentences(clauses)) {
    const text = sentence
      .flatMap(({ tokens }) => tokens.map(({ number, stem, word }) => (number ? stem : word)))
      .join(' ')
    if (order.test(text)) return kept
    if ([...toTheGrader, ...selfPraise].some((pattern) => pattern.test(text)) || isEncoded(sentence)) continue
    if (hollow.test(text) && !sentence.some(({ tokens }) => tokens.some(({ number }) => number))) continue
    if (!holdsList(sentence) || (framed && grammarOf(sentence) >= LEAST_GRAMMAR)) kept.push(...sentence)
  }
  return kept
}

function toSentences<T extends Clause>(clauses: readonly T[]): T[][] {
  const sentences: T[][] = []
  for (const clause of clauses) {
    const last = sentences.at(-1)
    if (clause.opens || !last) sentences.push([clause])
    else last.push(clause)
  }
  return sentences
}

/** 0-1: share of words of grammar and numbers. */
function grammarOf(sentence: readonly Clause[]): number {
  const tokens = sentence.flatMap((clause) => clause.tokens)
  return (
    tokens.filter(({ number, word }) => number || functionWords.has(word)).length / Math.max(1, tokens.length)
  )
}

function holdsList(sentence: readonly Clause[]): boolean {
  let run = 0
  let items = 0
  let length = 0
  for (const token of sentence.flatMap(({ tokens }) => tokens)) {
    const bare = !functionWords.has(token.word)
    if (token.breaks !== 'none') {
      items = length > 0 && length <= 3 ? items + 1 : 0
      length = 0
      run = 0
    }
    run = bare ? run + 1 : 0
    length = bare ? length + 1 : 99
    if (run > LONGEST_BARE_RUN || items >= LONGEST_BARE_LIST) return true
  }
  return false
}

function isEncoded(sentence: readonly Clause[]): boolean {
  let pieces = 0
  let numbers = 0
  let end = -1
  return sentence
    .flatMap(({ tokens }) => tokens)
    .some(({ from, to, word }) => {
      const goesOn = from === end
      pieces = goesOn ? pieces + 1 : 1
      const hasDigit = /\d/.test(word)
      numbers = (goesOn ? numbers : 0) + (hasDigit ? 1 : 0)
      end = to
      const isLong = hasDigit && to - from >= ENCODED_LENGTH
      return isLong || (pieces >= ENCODED_PIECES && numbers >= ENCODED_NUMBERS)
    })
}
