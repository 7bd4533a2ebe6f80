import { splitSentences } from '../../../domain/grading/split-sentences.ts'
import { splitWords } from '../../split-words.ts'
import type { Speed } from '../../voice-engine.ts'
import { spellOut } from './spell-out.ts'
import type { Speaker, Utterance } from './speaker.ts'

/** How often words said are counted, in ms. */
const COUNT_MS = 100

/** Says lines one sentence after the other, and can stop within a word. */
export interface Mouth {
  say(text: string): void
  /** Falls silent at once, keeping the place, until `resume` or `stop`. */
  pause(): void
  resume(): void
  /** Drops what is left; returns how many words that were. */
  stop(): number
  isSpeaking(): boolean
  setSpeed(speed: Speed): void
}

interface Sentence {
  spoken: string
  words: number
}

/** `onProgress` hears how many words handed to `say` are still to come; 0 when all are out. */
export function createMouth(speaker: Speaker, onProgress: (unsaid: number) => void): Mouth {
  let queue: Sentence[] = []
  let current: { sentence: Sentence; utterance: Utterance } | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  const unsaid = () => {
    const rest = queue.reduce((sum, { words }) => sum + words, 0)
    if (!current) return rest
    const { sentence, utterance } = current
    return rest + Math.max(1, Math.ceil(sentence.words * (1 - utterance.progress())))
  }
  const next = () => {
    current = undefined
    const [sentence, ...rest] = queue
    queue = rest
    if (!sentence) {
      clearInterval(timer)
      timer = undefined
      return onProgress(0)
    }
    const utterance = speaker.speak(sentence.spoken)
    current = { sentence, utterance }
    if (rest[0]) speaker.prepare(rest[0].spoken)
    void utterance.done.then(() => {
      if (current?.utterance === utterance) next()
    })
  }
  return {
    say(text) {
      const sentences = splitSentences(text).map(({ text: sentence }) => ({
        spoken: spellOut(sentence),
        words: splitWords(sentence).length,
      }))
      queue.push(...sentences.filter(({ spoken, words }) => /[a-z0-9]/i.test(spoken) && words > 0))
      if (!current && queue.length > 0) next()
      timer ??= current ? setInterval(() => onProgress(unsaid()), COUNT_MS) : undefined
      onProgress(unsaid())
    },
    pause: () => current?.utterance.pause(),
    resume: () => current?.utterance.resume(),
    stop() {
      const left = unsaid()
      queue = []
      const stopped = current?.utterance
      current = undefined
      stopped?.stop()
      clearInterval(timer)
      timer = undefined
      if (left > 0) onProgress(0)
      return left
    },
    isSpeaking: () => current !== undefined,
    setSpeed: (speed) => speaker.setSpeed(speed),
  }
}
