import type { Report } from './report.ts'

/** What a report is called: that of a whole interview, or of a practice. */
export function reportName({ practice }: Pick<Report, 'practice'>): string {
  return practice ? 'Practice report' : 'Phone screen report'
}
