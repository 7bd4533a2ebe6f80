/** Whole minutes to say aloud, never less than one. */
export function minutesOf(ms: number): number {
  return Math.max(1, Math.round(ms / 60_000))
}
