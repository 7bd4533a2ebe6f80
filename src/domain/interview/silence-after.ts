import type { SessionState } from './state.ts'

/** How long to wait at each rung of the ladder, in ms. `reading`: while a snippet just shown is being read. */
const waits = {
  voice: { answering: [12_000, 20_000, 30_000, 45_000], reading: [60_000, 60_000, 60_000, 90_000] },
  /** Nobody can be heard thinking at a keyboard, so typing waits longer. */
  typed: { answering: [60_000, 90_000, 120_000, 180_000], reading: [150_000, 120_000, 120_000, 180_000] },
} as const

/** Milliseconds of silence before the next rung of the ladder; null on hold and when nothing is asked. */
export function silenceAfter(state: SessionState): number | null {
  if (state.phase !== 'live' || state.onHold || state.away || !state.current) return null
  const ladder = waits[state.engine === 'typed' ? 'typed' : 'voice']
  const isReading = state.section === 'B' && state.current.askId === 'opener' && !state.doubt
  return ladder[isReading ? 'reading' : 'answering'][Math.min(state.silenceRung, 3)] ?? null
}
