import type { Outcome } from './grade-interview.ts'

/** How a set of interviews was graded, against a fair human reader. */
export interface Sums {
  /** Interviews. */
  n: number
  /** Share of what a reader credits that was credited, 0-1. */
  pointsRecall: number
  /** Share of what was credited, debatable points aside, that a reader credits, 0-1. */
  pointsPrecision: number
  /** Share of the five dimensions and the overall that are in their bands, 0-1. */
  bandsMet: number
  /** Credits that must never be. */
  forbidden: number
  /** Share of the receipts that are verbatim in their turn, 0-1. */
  verbatim: number
}

/** Sums over all interviews, each point counting alike; a share of nothing is 1. */
export function sumOutcomes(outcomes: readonly Outcome[]): Sums {
  const sum = (count: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0)
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000)
  const found = sum((outcome) => outcome.found.length)
  return {
    n: outcomes.length,
    pointsRecall: share(
      found,
      sum(({ expected }) => expected),
    ),
    pointsPrecision: share(found, found + sum(({ invented }) => invented.length)),
    bandsMet: share(
      sum(({ bands }) => bands.filter(({ met }) => met).length),
      sum(({ bands }) => bands.length),
    ),
    forbidden: sum(({ forbidden }) => forbidden.length),
    verbatim: share(
      sum(({ quotes }) => quotes.verbatim),
      sum(({ quotes }) => quotes.all),
    ),
  }
}
