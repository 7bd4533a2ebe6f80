import { formatClock } from '../format-clock.ts'
import type { Report } from '../report.ts'
import { wordChanges } from '../word-changes.ts'
import { formatDate } from './format-date.ts'

export interface CorrectionView {
  turn: { href: string; label: string }
  when: { iso: string; text: string }
  before: string
  after: string
  /** Shown and not scored. */
  edited: boolean
  changes: string[]
}

/** What was corrected since the interview was first graded, in order. */
export function correctionsView(report: Report): CorrectionView[] {
  return (report.corrections ?? []).map(({ turnId, at, before, after, edited, changes }) => {
    const entry = report.transcript.find((each) => each.turnId === turnId)
    return {
      turn: { href: `#t-${turnId}`, label: formatClock(entry?.startMs ?? 0) },
      when: { iso: at, text: formatDate(at) },
      before,
      after,
      edited,
      changes: wordChanges(changes, report),
    }
  })
}
