import type { Report, TranscriptEntry } from './report.ts'

/** What stands beside a turn that the candidate corrected: a head, and the other words. */
export interface CorrectionNote {
  head: string
  text: string
}

/** How a turn that was corrected or edited read before, or would read; nothing for any other. */
export function correctionNotes(
  { speaker, text, heard, edited }: TranscriptEntry,
  { corrections }: Pick<Report, 'corrections'>,
): CorrectionNote[] {
  if (speaker === 'agent') return []
  const before = corrections ? heard : edited
  return [
    ...(before === undefined || before === text
      ? []
      : [{ head: 'You corrected this.', text: `It read: ${before}` }]),
    ...(corrections && edited !== undefined
      ? [{ head: 'Edited by the candidate.', text: `Shown, not scored: ${edited}` }]
      : []),
  ]
}
