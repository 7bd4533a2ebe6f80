import type { RootContent } from 'mdast'
import { formatClock } from '../format-clock.ts'
import type { Report } from '../report.ts'
import { wordChanges } from '../word-changes.ts'
import { heading, list, paragraphs } from './tree-parts.ts'

/** Every correction with both texts and what it moved; nothing without any. */
export function correctionBlocks(report: Report): RootContent[] {
  const { corrections = [], transcript } = report
  if (corrections.length === 0) return []
  return [
    heading(2, 'Corrected by the candidate'),
    ...corrections.flatMap(({ turnId, at, before, after, edited, changes }) => {
      const startMs = transcript.find((entry) => entry.turnId === turnId)?.startMs
      const place = startMs === undefined ? turnId : formatClock(startMs)
      return [
        heading(3, `${place}, ${at}`),
        ...(edited
          ? paragraphs('Edited by the candidate beyond what a mishearing explains: shown, not scored.')
          : []),
        ...paragraphs(before, 'It read:'),
        ...paragraphs(after, edited ? 'The edit:' : 'It reads now:'),
        ...list(wordChanges(changes, report)),
      ]
    }),
  ]
}
