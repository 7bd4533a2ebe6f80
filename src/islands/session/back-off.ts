const FIRST_MS = 400
const LONGEST_MS = 8_000

/** Milliseconds before the next attempt, after `failed` attempts (1 or more): doubles from 0.4 s up to 8 s. */
export function backOff(failed: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(failed, 1) - 1, 10))
}
