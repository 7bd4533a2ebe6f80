import { splitWords } from '../split-words.ts'
import type { VoiceEngine, VoiceEvent } from '../voice-engine.ts'

export interface TypedOptions {
  /** Milliseconds a word stays the newest; 0 shows lines at once. Asked before every line. */
  wordMs: () => number
  /** Milliseconds since 1970. */
  now: () => number
}

/**
 * Says lines by letting the page reveal them word by word, and hears answers from the keyboard. A turn
 * starts at the first key of its draft; words that were never a draft start when they are submitted.
 */
export function createTypedEngine({ wordMs, now }: TypedOptions): VoiceEngine {
  let report: (event: VoiceEvent) => void = () => undefined
  let unsaid = 0
  let timer: ReturnType<typeof setInterval> | undefined
  let draft: { text: string; startedAt: number } | undefined

  const progress = (left: number) => {
    unsaid = left
    if (left === 0) {
      clearInterval(timer)
      timer = undefined
    }
    report({ kind: 'speech-progressed', unsaid })
  }
  const falseStart = () => (draft?.text.trim() === '' ? undefined : draft)

  return {
    start(onEvent) {
      report = onEvent
    },
    stop() {
      clearInterval(timer)
      report = () => undefined
    },
    say(text) {
      const pace = wordMs()
      if (pace <= 0) return progress(0)
      progress(unsaid + splitWords(text).length)
      if (unsaid > 0) timer ??= setInterval(() => progress(unsaid - 1), pace)
    },
    interrupt() {
      if (unsaid > 0) progress(0)
    },
    write(text) {
      draft = { text, startedAt: falseStart()?.startedAt ?? now() }
      report({ kind: 'candidate-active', at: now() })
    },
    setSpeed: () => undefined,
    ears: null,
    submit(text) {
      const words = text.trim()
      if (words === '') return false
      const endedAt = now()
      const startedAt = draft?.text.trim() === words ? draft.startedAt : endedAt
      if (draft?.text.trim() === words) draft = undefined
      report({ kind: 'turn-committed', text: words, startedAt, endedAt, source: 'typed' })
      return true
    },
  }
}
