/** A gap counts for at most this long, in ms: a minute of quiet is reading, not interview time. */
export const LONGEST_COUNTED_GAP_MS = 60_000

/** Clock time to add for the gap before an event; nothing while on hold, away, or outside the interview. */
export function countedGap(gapMs: number, running: boolean): number {
  if (!running) return 0
  return Math.min(Math.max(gapMs, 0), LONGEST_COUNTED_GAP_MS)
}
