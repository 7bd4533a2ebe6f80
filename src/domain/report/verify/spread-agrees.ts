import type { Report } from '../report.ts'

/**
 * Whether a spread that a report gives is what its questions come to. A model's readings, which an export does not hold,
 * may make it wider, and never narrower.
 */
export function spreadAgrees(
  { finder }: Report['grader'],
  said: number | undefined,
  made: number | undefined,
): boolean {
  return finder === 'model' ? (said ?? 0) >= (made ?? 0) : said === made
}
