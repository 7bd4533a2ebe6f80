import type { AnswerKeyEntry, Evidence, Report } from '../report.ts'
import type { Language } from '../../catalog/snippet.ts'
import { annotateCode } from './annotate-code.ts'
import type { CodeGroup, FindingKind } from './annotate-code.ts'
import { formatClock } from '../format-clock.ts'
import { findAudio } from './find-audio.ts'
import type { AudioSpan } from './find-audio.ts'
import { formatLines } from './format-lines.ts'
import { parseDiff } from './parse-diff.ts'
import type { DiffRow } from './parse-diff.ts'
import { questionView, type QuestionView } from './question-view.ts'

/** The code of a snippet, a string a line: plain text for a document, highlighted HTML for a page. */
export interface ShownCode {
  title: string
  language: Language
  lines: readonly string[]
  /** The log or trace that was shown with it. */
  log?: string | undefined
}

export interface FindingView {
  kind: FindingKind
  label: string
  title: string
  lines: [number, number]
  linesLabel: string
  rootCause: string
  diff: DiffRow[]
  test: string
  /** When and in which words it was found; absent for what was missed. */
  turn?: { id: string; clock: string }
  quote?: string
  /** Absent when it cannot be heard. */
  audio?: AudioSpan
}

export interface CodeView {
  snippetId: string
  title: string
  /** As its makers write it. */
  language: string
  /** The log or trace that was shown with it; empty when there was none. */
  log: string
  /** How many were found, hinted, missed and false alarms, in words. */
  summary: string
  /** Null when the content no longer has the code; the findings then stand alone. */
  groups: CodeGroup<FindingView>[] | null
  findings: FindingView[]
  question: QuestionView | null
}

const LANGUAGES = { typescript: 'TypeScript', javascript: 'JavaScript', sql: 'SQL' }
const KINDS = { unaided: 'found', hinted: 'hinted', missed: 'missed', 'false-alarm': 'false-alarm' } as const
const LABELS = {
  unaided: 'Found unaided',
  hinted: 'Found with a hint',
  missed: 'Missed',
  'false-alarm': 'False alarm',
}

/** Each snippet that was asked about, in the order asked, with what was found and missed on its lines. */
export function codeView(
  report: Pick<Report, 'answerKey' | 'questions' | 'dimensions' | 'transcript' | 'recording'>,
  codeOf: Readonly<Record<string, ShownCode>>,
): CodeView[] {
  const questions = report.questions.filter(({ kind }) => kind === 'code')
  const ids = new Set([
    ...questions.map(({ id }) => id),
    ...report.answerKey.map(({ snippetId }) => snippetId),
  ])
  const evidence = report.dimensions.flatMap((dimension) => dimension.evidence)
  return [...ids].map((snippetId) => {
    const entries = report.answerKey.filter((entry) => entry.snippetId === snippetId)
    const findings = entries.map((entry) => findingView(entry, evidence, report))
    const code = codeOf[snippetId]
    const result = questions.find(({ id }) => id === snippetId)
    const question = result ? questionView(result, report) : null
    return {
      snippetId,
      title: code?.title ?? question?.title ?? snippetId,
      language: (code && LANGUAGES[code.language]) ?? '',
      log: code?.log ?? '',
      summary: summarise(entries),
      groups: code ? annotateCode(code.lines, findings) : null,
      findings,
      question,
    }
  })
}

function findingView(
  entry: AnswerKeyEntry,
  evidence: readonly Evidence[],
  report: Pick<Report, 'transcript' | 'recording'>,
): FindingView {
  const { outcome, turnId, startMs } = entry
  const found = evidence.find(
    (each) =>
      each.turnId === turnId &&
      each.snippetId === entry.snippetId &&
      each.lines?.join() === entry.lines.join(),
  )
  const turn = report.transcript.find((each) => each.turnId === turnId)
  const audio =
    turnId !== undefined && startMs !== undefined && outcome !== 'missed'
      ? findAudio(report, turnId, startMs, found?.endMs ?? turn?.endMs ?? startMs)
      : undefined
  return {
    kind: KINDS[outcome],
    label: LABELS[outcome],
    title: entry.title,
    lines: entry.lines,
    linesLabel: formatLines(entry.lines),
    rootCause: entry.rootCause,
    diff: entry.fix === '' ? [] : parseDiff(entry.fix),
    test: entry.test,
    ...(turnId !== undefined && startMs !== undefined && outcome !== 'missed'
      ? { turn: { id: turnId, clock: formatClock(startMs) } }
      : {}),
    ...(found === undefined || outcome === 'missed' ? {} : { quote: found.quote }),
    ...(audio ? { audio } : {}),
  }
}

function summarise(entries: readonly AnswerKeyEntry[]): string {
  const count = (outcome: AnswerKeyEntry['outcome']) =>
    entries.filter((entry) => entry.outcome === outcome).length
  const alarms = count('false-alarm')
  const found = `${count('unaided')} found unaided, ${count('hinted')} with a hint, ${count('missed')} missed`
  return `${found}; ${alarms} false ${alarms === 1 ? 'alarm' : 'alarms'}.`
}
