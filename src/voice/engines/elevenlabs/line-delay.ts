const DELAYS_MS = [0, 300, 1_000, 2_000, 4_000]

/** Milliseconds before the next attempt, after `failed` attempts in a row: 0, 0.3, 1, 2, and then always 4 s. */
export function lineDelay(failed: number): number {
  return DELAYS_MS[Math.min(Math.max(failed, 0), DELAYS_MS.length - 1)] ?? 0
}
