import { formatClock } from '../format-clock.ts'
import type { Report } from '../report.ts'

/** What a press of Play lets one hear. */
export interface AudioSpan {
  href: string
  /** Milliseconds from the beginning of the recording. */
  fromMs: number
  toMs: number
  /** As in `Play 12:03`. */
  label: string
}

/** Heard beyond the end of what is shown, in ms: words are placed in a turn by their letters, not by the ear. */
const BEYOND_MS = 1_000

/**
 * Where words of a turn can be heard, `startMs` and `endMs` after the start of the interview. Of several recordings it is
 * the one that began last before them; what it does not reach cannot be heard, nor can what was typed.
 */
export function findAudio(
  { recording, transcript }: Pick<Report, 'recording' | 'transcript'>,
  turnId: string,
  startMs: number,
  endMs: number,
): AudioSpan | undefined {
  if (!recording || !transcript.some((entry) => entry.turnId === turnId && entry.spoken)) return undefined
  const places = [recording, ...(recording.later ?? [])]
    .map(({ href, offsetMs, lengthMs = Infinity }) => ({
      href,
      lengthMs,
      offsetMs,
      fromMs: startMs + offsetMs,
    }))
    .filter(({ fromMs, lengthMs }) => fromMs >= 0 && fromMs < lengthMs)
  const last = places.toSorted((a, b) => a.fromMs - b.fromMs)[0]
  if (!last) return undefined
  const { href, fromMs, offsetMs } = last
  return { href, fromMs, toMs: endMs + offsetMs + BEYOND_MS, label: `Play ${formatClock(startMs)}` }
}
