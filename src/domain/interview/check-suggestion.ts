import { functionWords } from '../grading/function-words.ts'
import { splitTokens } from '../grading/split-tokens.ts'
import type { Question } from './question.ts'
import { questionState } from './question-state.ts'
import type { SessionState } from './state.ts'

const LEAST_WORDS = 4
const MOST_WORDS = 35

/** From this share of its words on, a line was said before. */
const REPEATED = 0.8

/** Letters, digits and the punctuation of plain speech: nothing that could be markup, an address or an instruction. */
const PLAIN = /^[\p{L}\p{N} ,'’"“”()%/+.:;?–—-]+$/u

const ADDRESS = /\/\/|www\.|\.(?:com|net|org|io|dev)\b/i

const PRAISE =
  /\b(great|good|excellent|nice|impressive|perfect|correct|right|exactly|well done|brilliant|awesome|amazing|interesting|strong)\b/i

/**
 * A follow-up that a model proposes, as it may be asked: one plain question of 4 to 35 words, without praise, not asked
 * before, and with no word of a point the candidate has not named that has not been said in this interview. Undefined
 * for anything else: what is doubtful is not asked.
 */
export function checkSuggestion(
  state: SessionState,
  question: Question,
  proposed: string,
): string | undefined {
  const text = proposed.normalize('NFKC').trim()
  const words = text.split(/\s+/).length
  if (words < LEAST_WORDS || words > MOST_WORDS) return undefined
  if (!PLAIN.test(text) || ADDRESS.test(text) || PRAISE.test(text)) return undefined
  if (!/^[^?]+\?$/.test(text) || /[.!;]\s/.test(text)) return undefined
  return leaks(state, question, text) || wasAsked(state, text) ? undefined : text
}

function leaks(state: SessionState, question: Question, text: string): boolean {
  const { heard } = questionState(state, question.id)
  const secret = stemsOf(
    question.points
      .filter(({ id }) => !Object.hasOwn(heard, id))
      .flatMap((point) => [point.text, ...point.wordings]),
  )
  const said = stemsOf(state.transcript.map((entry) => entry.text))
  return [...stemsOf([text])].some((stem) => secret.has(stem) && !said.has(stem))
}

function wasAsked(state: SessionState, text: string): boolean {
  const own = stemsOf([text])
  return state.transcript.some((entry) => {
    if (entry.speaker !== 'agent') return false
    const before = stemsOf([entry.text])
    return [...own].filter((stem) => before.has(stem)).length >= own.size * REPEATED
  })
}

function stemsOf(texts: readonly string[]): Set<string> {
  const tokens = texts.flatMap((text) => splitTokens(text))
  return new Set(tokens.flatMap(({ word, stem }) => (functionWords.has(word) ? [] : [stem])))
}
