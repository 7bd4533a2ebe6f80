import { silenceAfter } from './silence-after.ts'
import type { SessionState } from './state.ts'

/** What a spoken word takes: 150 words a minute, as speaking services read. */
const SPOKEN_WORD_MS = 400

/**
 * When the next rung of the silence ladder is due, in ms since the session was created, where nothing tells when the
 * interviewer's lines were out: what was said last counts as spoken first. Null when nobody waits for an answer.
 */
export function silenceDue(state: SessionState): number | null {
  const wait = silenceAfter(state)
  if (wait === null) return null
  const lines = state.transcript.filter(({ speaker }) => speaker === 'agent')
  const saidMs = lines.at(-1)?.startMs ?? 0
  const words = lines
    .filter(({ startMs, heard }) => startMs === saidMs && heard === undefined)
    .flatMap(({ text }) => text.split(/\s+/))
  const spokenAt = (state.startedAt ?? 0) + saidMs + words.length * SPOKEN_WORD_MS
  return Math.max(state.lastAt, spokenAt) + wait
}
