import type { SessionState } from './state.ts'

/** How long to wait for speech at each rung, in ms. */
const waits = [12_000, 20_000, 30_000, 45_000] as const

/** The same while a snippet that was just shown is being read. */
const readingWaits = [60_000, 60_000, 60_000, 90_000] as const

/** Milliseconds of silence before the next rung of the ladder; null on hold and when nothing is asked. */
export function silenceAfter(state: SessionState): number | null {
  if (state.phase !== 'live' || state.onHold || state.away || !state.current) return null
  const reading = state.section === 'B' && state.current.askId === 'opener'
  const ladder = reading ? readingWaits : waits
  return ladder[Math.min(state.silenceRung, 3)] ?? null
}
