/** One measured figure beside its baseline from the same run. */
export interface Figure {
  /** Metric id, such as `P1`. */
  id: string
  what: string
  value: number
  /** Measured in the same run, interleaved with the value; null for a plain count. */
  baseline: number | null
  /** `value / baseline`, or the value itself for a plain count. */
  ratio: number
  /** The ratio (or count) to stay under, and the one to aim for. */
  goal: number
  aim: number
  unit: string
}

/** The middle of the numbers; the mean of the two in the middle for an even count. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
