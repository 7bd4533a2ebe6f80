import { splitWords } from '../../src/voice/split-words.ts'

/** Milliseconds of speech for one word: 200 words a minute. */
const WORD_MS = 300
const HERTZ = 220
const LOUDNESS = 0.3

/**
 * A text as a tone that lasts as long as saying it would, with a breath after each word.
 * @returns mono samples at `rate` a second
 */
export function tone(text: string, rate: number): Int16Array {
  const perWord = Math.round((rate * WORD_MS) / 1000)
  const samples = new Int16Array(splitWords(text).length * perWord)
  for (let at = 0; at < samples.length; at += 1) {
    const breath = at % perWord > perWord * 0.85
    samples[at] = breath ? 0 : Math.round(32_767 * LOUDNESS * Math.sin((2 * Math.PI * HERTZ * at) / rate))
  }
  return samples
}
