import type { Evidence, Report, TranscriptEntry } from '../report.ts'
import { correctionNotes } from '../correction-notes.ts'
import { formatClock } from '../format-clock.ts'
import { findAudio } from './find-audio.ts'
import type { AudioSpan } from './find-audio.ts'
import { formatLines } from './format-lines.ts'
import { sectionNames } from '../../interview/section-names.ts'
import { markWords } from './mark-words.ts'
import type { Words } from './mark-words.ts'

export type NoteIcon = 'strong' | 'weak' | 'marked' | 'note' | 'found' | 'hinted' | 'false-alarm'

export interface TurnNote {
  icon: NoteIcon
  head: string
  text: string
  link?: { href: string; label: string }
}

export interface TurnView {
  id: string
  clock: string
  speaker: TranscriptEntry['speaker']
  /** What a correction starts from: the candidate's own version if there is one. */
  text: string
  /** What was taken down first, where it reads otherwise now. */
  takenDown: string | null
  words: Words[]
  notes: TurnNote[]
  /** The section that begins with this turn, as in `B  Code and debugging`. */
  opens: string | null
  /** Absent when it cannot be heard. */
  audio?: AudioSpan
}

type Moment = Report['moments'][number]

const OUTCOMES = {
  unaided: { icon: 'found', head: 'Found unaided.' },
  hinted: { icon: 'hinted', head: 'Found with a hint.' },
  'false-alarm': { icon: 'false-alarm', head: 'False alarm.' },
} as const

/**
 * The transcript turn by turn, its scored words marked, with what belongs beside each turn. A moment whose turn is not
 * in the transcript stands beside the last turn that had begun by then.
 */
export function transcriptView(
  report: Pick<Report, 'transcript' | 'moments' | 'dimensions' | 'answerKey' | 'recording' | 'corrections'>,
): TurnView[] {
  const evidence = report.dimensions.flatMap((dimension) => dimension.evidence)
  const moments = Map.groupBy(report.moments, (moment) => turnOf(moment, report.transcript))
  return report.transcript.map((entry, index) => {
    const ofTurn = evidence.filter(({ turnId }) => turnId === entry.turnId)
    const audio = findAudio(report, entry.turnId, entry.startMs, entry.endMs)
    return {
      ...(audio ? { audio } : {}),
      id: entry.turnId,
      clock: formatClock(entry.startMs),
      speaker: entry.speaker,
      ...correctable(entry, report),
      words: markWords(cutOff(entry) ?? entry.text, ofTurn),
      notes: withoutRepeats([
        ...(moments.get(entry.turnId) ?? []).map((moment) => momentNote(moment, ofTurn)),
        ...report.answerKey.filter(({ turnId }) => turnId === entry.turnId).flatMap(findingNote),
        ...ownNotes(entry, report),
      ]),
      opens:
        entry.section === report.transcript[index - 1]?.section
          ? null
          : `${entry.section}  ${sectionNames[entry.section]}`,
    }
  })
}

/** A moment that is only a finding says nothing that the finding beside it does not say better. */
function withoutRepeats(notes: readonly TurnNote[]): TurnNote[] {
  const found = notes.flatMap(({ link, text }) => (link ? [text] : []))
  return notes.filter(({ link, icon, text }) => {
    return (
      link !== undefined ||
      !(icon === 'strong' || icon === 'weak') ||
      !found.some((title) => text.endsWith(title))
    )
  })
}

function turnOf({ turnId, startMs }: Moment, transcript: readonly TranscriptEntry[]): string | undefined {
  if (transcript.some((entry) => entry.turnId === turnId)) return turnId
  return (transcript.findLast((entry) => entry.startMs <= startMs) ?? transcript[0])?.turnId
}

function momentNote({ kind, note }: Moment, evidence: readonly Evidence[]): TurnNote {
  const points = (polarity: Evidence['polarity']) =>
    [...new Set(evidence.filter((each) => each.polarity === polarity).map(({ point }) => point))].join('; ')
  switch (kind) {
    case 'strong':
      return { icon: 'strong', head: 'Strong.', text: note ?? points('for') }
    case 'weak':
      return { icon: 'weak', head: 'Weak.', text: note ?? points('against') }
    case 'marked':
      return { icon: 'marked', head: 'You marked this.', text: note ?? '' }
    case 'note':
      return { icon: 'note', head: 'Your note.', text: note ?? '' }
  }
}

function findingNote({ outcome, title, snippetId, lines }: Report['answerKey'][number]): TurnNote[] {
  if (outcome === 'missed') return []
  const link = { href: `#${snippetId}-L${lines[0]}`, label: formatLines(lines) }
  return [{ ...OUTCOMES[outcome], text: title, link }]
}

/** A turn as it is offered for correction. */
function correctable(
  { text, heard = text, edited, speaker }: TranscriptEntry,
  { corrections }: Pick<Report, 'corrections'>,
): Pick<TurnView, 'text' | 'takenDown'> {
  const now = (corrections && edited) ?? text
  return { text: now, takenDown: speaker === 'candidate' && heard !== now ? heard : null }
}

/** An interrupted line as far as it was heard. */
function cutOff({ speaker, heard }: TranscriptEntry): string | undefined {
  return speaker === 'agent' && heard !== undefined ? `${heard} –` : undefined
}

function ownNotes(entry: TranscriptEntry, report: Pick<Report, 'corrections'>): TurnNote[] {
  const { speaker, heard, text } = entry
  const corrected = correctionNotes(entry, report).map((note): TurnNote => ({ icon: 'note', ...note }))
  if (speaker === 'candidate' || heard === undefined) return corrected
  const rest = text.startsWith(heard) ? text.slice(heard.length).trim() : text
  return [{ icon: 'note', head: 'Interrupted here.', text: rest === '' ? '' : `The line went on: ${rest}` }]
}
