import type { RootContent } from 'mdast'
import { sectionNames } from '../../interview/section-names.ts'
import { formatClock } from '../format-clock.ts'
import { correctionNotes } from '../correction-notes.ts'
import type { Report, TranscriptEntry } from '../report.ts'
import { heading, list, paragraphs } from './tree-parts.ts'

/** Every turn under its section, with what was interrupted and what was corrected. */
export function transcriptBlocks(report: Pick<Report, 'transcript' | 'corrections'>): RootContent[] {
  const { transcript } = report
  return [
    heading(2, 'Transcript'),
    ...transcript.flatMap((entry, index) => [
      ...(entry.section === transcript[index - 1]?.section ? [] : [heading(3, sectionNames[entry.section])]),
      ...turnBlocks(entry, report),
    ]),
  ]
}

/** An interrupted line stops where it was cut off. */
function turnBlocks(entry: TranscriptEntry, report: Pick<Report, 'corrections'>): RootContent[] {
  const { speaker, text, heard, startMs } = entry
  const label = `${formatClock(startMs)} ${speaker === 'agent' ? 'Interviewer' : 'You'}:`
  const said = speaker === 'agent' && heard !== undefined ? `${heard} –` : text
  return [...paragraphs(said, label), ...list(notes(entry, report))]
}

function notes(entry: TranscriptEntry, report: Pick<Report, 'corrections'>): string[] {
  const corrected = correctionNotes(entry, report).map(({ head, text }) => `${head} ${text}`)
  const { speaker, text, heard } = entry
  if (speaker === 'candidate' || heard === undefined) return corrected
  const rest = text.startsWith(heard) ? text.slice(heard.length).trim() : text
  return [`Interrupted here.${rest === '' ? '' : ` The line went on: ${rest}`}`]
}
