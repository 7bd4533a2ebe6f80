import { splitWords } from '../../split-words.ts'
import type { VoiceEvent } from '../../voice-engine.ts'

/** Milliseconds in which the far side says how much of an interrupted line was heard; then our own count stands. */
const CORRECTION_MS = 1_000

/** Tells of an interruption once: when the far side has corrected its line, or when it does not. */
export function judgeInterruption(report: (event: VoiceEvent) => void) {
  let unsaid = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  const settle = (heard?: string) => {
    clearTimeout(waiting)
    waiting = undefined
    if (unsaid > 0) report({ kind: 'talked-over', unsaid, ...(heard !== undefined && { heard }) })
  }
  return {
    /** The far side has fallen silent, with so many words left by our own count. */
    interrupted(left: number) {
      unsaid = left
      clearTimeout(waiting)
      waiting = setTimeout(settle, CORRECTION_MS)
    },
    /** It says what was heard; of no use where nothing was interrupted, or that is told already. */
    corrected(original: string, heard: string) {
      if (waiting === undefined) return
      unsaid = splitWords(original).length - splitWords(heard).length
      settle(heard)
    },
    stop: () => clearTimeout(waiting),
  }
}
