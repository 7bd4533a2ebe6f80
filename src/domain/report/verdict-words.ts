import type { Report } from './report.ts'

/** A verdict inside a sentence or a list. */
export const verdictWords: Record<Report['verdict'], string> = {
  above: 'above the bar',
  at: 'at the bar',
  below: 'below the bar',
  'not-enough-evidence': 'not enough evidence',
}
