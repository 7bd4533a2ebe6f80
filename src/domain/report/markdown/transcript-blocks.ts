import type { RootContent } from 'mdast'
import { sectionNames } from '../../interview/section-names.ts'
import { formatClock } from '../format-clock.ts'
import type { TranscriptEntry } from '../report.ts'
import { heading, list, paragraphs } from './tree-parts.ts'

/** Every turn under its section, with what was interrupted and what was corrected. */
export function transcriptBlocks(transcript: readonly TranscriptEntry[]): RootContent[] {
  return [
    heading(2, 'Transcript'),
    ...transcript.flatMap((entry, index) => [
      ...(entry.section === transcript[index - 1]?.section ? [] : [heading(3, sectionNames[entry.section])]),
      ...turnBlocks(entry),
    ]),
  ]
}

/** An interrupted line stops where it was cut off. */
function turnBlocks(entry: TranscriptEntry): RootContent[] {
  const { speaker, text, heard, startMs } = entry
  const label = `${formatClock(startMs)} ${speaker === 'agent' ? 'Interviewer' : 'You'}:`
  const said = heard === undefined ? text : `${heard} –`
  return [...paragraphs(said, label), ...list(notes(entry))]
}

function notes({ text, heard, edited }: TranscriptEntry): string[] {
  const rest = heard !== undefined && text.startsWith(heard) ? text.slice(heard.length).trim() : text
  return [
    ...(heard === undefined ? [] : [`Interrupted here.${rest === '' ? '' : ` The line went on: ${rest}`}`]),
    ...(edited === undefined ? [] : [`You corrected this. It read: ${edited}`]),
  ]
}
