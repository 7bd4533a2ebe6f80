import type { Report } from './report.ts'

/** What a score was varied by to find its spread. */
export function spreadWords({ finder }: Report['grader']): string {
  return finder === 'model' ? 'one question left out, or one reading of the model' : 'one question left out'
}
