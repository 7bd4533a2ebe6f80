/** `3 of 4`, or that it was not assessed. */
export function formatScore(score: number | null | undefined): string {
  return score === null || score === undefined ? 'not assessed' : `${score} of 4`
}
