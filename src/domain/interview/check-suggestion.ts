import { functionWords } from '../grading/function-words.ts'
import { splitTokens } from '../grading/split-tokens.ts'
import type { Question } from './question.ts'
import { questionState } from './question-state.ts'
import type { SessionState } from './state.ts'
import { suggestionSystem } from './suggestion-prompt.ts'

const LEAST_WORDS = 4
const MOST_WORDS = 35

/** From this share of its words on, a line was said before. */
const REPEATED = 0.8

/** Least share of its words that were said in this interview: less is about something else. */
const TAKEN_UP = 0.5

/** Letters, digits and the punctuation of plain speech: nothing that could be markup, an address or an instruction. */
const PLAIN = /^[\p{L}\p{N} ,'’"“”()%/+.:;?–—-]+$/u

/** A dot or a slash with a letter on both sides of it: names of files and libraries are given up for it. */
const ADDRESS = /\/\/|\p{L}[./]\p{L}/u

/** So many words in a row as in the prompt are the prompt. */
const OF_THE_PROMPT = 5

const PRAISE =
  /\b(great|good|excellent|nice|impressive|perfect|correct|right|exactly|well done|brilliant|awesome|amazing|interesting|strong)\b/i

/**
 * A follow-up that a model proposes, as it may be asked: one plain question of 4 to 35 words, without praise, not asked
 * before, half of it in words of this interview, none of it the prompt's, and with no word of an unheard point that
 * nobody has said. Undefined for anything else: what is doubtful is not asked.
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
  const own = [...stemsOf([text])]
  const said = stemsOf(state.transcript.map((entry) => entry.text))
  const takesUp = own.filter((stem) => said.has(stem)).length >= own.length * TAKEN_UP
  const isAllowed = takesUp && !isOfThePrompt(text)
  return isAllowed && !leaks(state, question, own, said) && !wasAsked(state, own) ? text : undefined
}

function isOfThePrompt(text: string): boolean {
  const words = wordsOf(text)
  const prompt = ` ${wordsOf(suggestionSystem).join(' ')} `
  return words.some((_, from) => {
    const run = words.slice(from, from + OF_THE_PROMPT)
    return run.length === OF_THE_PROMPT && prompt.includes(` ${run.join(' ')} `)
  })
}

function wordsOf(text: string): string[] {
  return splitTokens(text).map(({ word }) => word)
}

function leaks(state: SessionState, question: Question, own: string[], said: Set<string>): boolean {
  const { heard } = questionState(state, question.id)
  const secret = stemsOf(
    question.points
      .filter(({ id }) => !Object.hasOwn(heard, id))
      .flatMap((point) => [point.text, ...point.wordings]),
  )
  return own.some((stem) => secret.has(stem) && !said.has(stem))
}

function wasAsked(state: SessionState, own: string[]): boolean {
  return state.transcript.some((entry) => {
    if (entry.speaker !== 'agent') return false
    const before = stemsOf([entry.text])
    return own.filter((stem) => before.has(stem)).length >= own.length * REPEATED
  })
}

function stemsOf(texts: readonly string[]): Set<string> {
  const tokens = texts.flatMap((text) => splitTokens(text))
  return new Set(tokens.flatMap(({ word, stem }) => (functionWords.has(word) ? [] : [stem])))
}
