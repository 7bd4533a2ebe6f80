import { rules, type Score } from './rules.ts'

/** An expected point with what was heard of it. */
export interface ScoredPoint {
  /** 1-3. */
  weight: number
  heard?: { degree: 'full' | 'partly'; hintTier: number; share?: number } | undefined
}

/**
 * 0-1: what a heard point earns of its weight, by its degree or, where the finder says a share, that; half of it once a
 * hint was given.
 */
export function creditOf(heard: ScoredPoint['heard']): number {
  if (!heard) return 0
  return (heard.share ?? rules.credit[heard.degree]) * (heard.hintTier > 0 ? rules.hinted : 1)
}

/**
 * Share of the expected weight that was earned, 0-1; 0 when nothing was expected.
 *
 * @param taken weight to take away, for false alarms; the share never falls below 0
 */
export function sharePoints(points: readonly ScoredPoint[], taken = 0): number {
  const expected = points.reduce((sum, { weight }) => sum + weight, 0)
  if (expected === 0) return 0
  const earned = points.reduce((sum, { weight, heard }) => sum + weight * creditOf(heard), 0)
  return Math.max(0, earned - taken) / expected
}

/** The band of a share: under .30 is 1, under .60 is 2, under .85 is 3, from there 4 (`rules.bands`). */
export function bandOf(share: number): Score {
  const { bands } = rules
  if (share >= bands['4']) return 4
  if (share >= bands['3']) return 3
  return share >= bands['2'] ? 2 : 1
}
