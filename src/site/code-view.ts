import type { AnswerKeyEntry, Evidence, QuestionResult, Report } from '../domain/report/report.ts'
import { annotateCode } from './annotate-code.ts'
import type { CodeGroup, FindingKind } from './annotate-code.ts'
import { formatClock } from '../domain/report/format-clock.ts'
import type { ReportSnippet } from './page-services.ts'
import { parseDiff } from './parse-diff.ts'
import type { DiffRow } from './parse-diff.ts'
import { splitHighlighted } from './split-highlighted.ts'

export interface FindingView {
  kind: FindingKind
  label: string
  title: string
  lines: [number, number]
  rootCause: string
  diff: DiffRow[]
  test: string
  /** When and in which words it was found; absent for what was missed. */
  turn?: { id: string; clock: string }
  quote?: string
}

export interface CodeView {
  snippetId: string
  title: string
  language: string
  /** How many were found, hinted, missed and false alarms, in words. */
  summary: string
  /** Null when the content no longer has the code; the findings then stand alone. */
  groups: CodeGroup<FindingView>[] | null
  findings: FindingView[]
  question: QuestionResult | null
}

const KINDS = { unaided: 'found', hinted: 'hinted', missed: 'missed', 'false-alarm': 'false-alarm' } as const
const LABELS = {
  unaided: 'Found unaided',
  hinted: 'Found with a hint',
  missed: 'Missed',
  'false-alarm': 'False alarm',
}

/** Each snippet that was asked about, in the order asked, with what was found and missed on its lines. */
export function codeView(
  report: Pick<Report, 'answerKey' | 'questions' | 'dimensions'>,
  snippets: Readonly<Record<string, ReportSnippet>>,
): CodeView[] {
  const questions = report.questions.filter(({ kind }) => kind === 'code')
  const ids = new Set([
    ...questions.map(({ id }) => id),
    ...report.answerKey.map(({ snippetId }) => snippetId),
  ])
  const evidence = report.dimensions.flatMap((dimension) => dimension.evidence)
  return [...ids].map((snippetId) => {
    const entries = report.answerKey.filter((entry) => entry.snippetId === snippetId)
    const findings = entries.map((entry) => findingView(entry, evidence))
    const snippet = snippets[snippetId]
    const question = questions.find(({ id }) => id === snippetId) ?? null
    return {
      snippetId,
      title: snippet?.title ?? question?.title ?? snippetId,
      language: snippet?.language ?? '',
      summary: summarise(entries),
      groups: snippet ? annotateCode(splitHighlighted(snippet.html, snippet.text), findings) : null,
      findings,
      question,
    }
  })
}

function findingView(entry: AnswerKeyEntry, evidence: readonly Evidence[]): FindingView {
  const { outcome, turnId, startMs } = entry
  const quote = evidence.find(
    (each) =>
      each.turnId === turnId &&
      each.snippetId === entry.snippetId &&
      each.lines?.join() === entry.lines.join(),
  )?.quote
  return {
    kind: KINDS[outcome],
    label: LABELS[outcome],
    title: entry.title,
    lines: entry.lines,
    rootCause: entry.rootCause,
    diff: entry.fix === '' ? [] : parseDiff(entry.fix),
    test: entry.test,
    ...(turnId !== undefined && startMs !== undefined && outcome !== 'missed'
      ? { turn: { id: turnId, clock: formatClock(startMs) } }
      : {}),
    ...(quote === undefined || outcome === 'missed' ? {} : { quote }),
  }
}

function summarise(entries: readonly AnswerKeyEntry[]): string {
  const count = (outcome: AnswerKeyEntry['outcome']) =>
    entries.filter((entry) => entry.outcome === outcome).length
  const alarms = count('false-alarm')
  const found = `${count('unaided')} found unaided, ${count('hinted')} with a hint, ${count('missed')} missed`
  return `${found}; ${alarms} false ${alarms === 1 ? 'alarm' : 'alarms'}.`
}
