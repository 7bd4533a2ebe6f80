import type { DimensionResult, Evidence, Report } from '../report.ts'
import { correctionsView, type CorrectionView } from './corrections-view.ts'
import { findAudio } from './find-audio.ts'
import type { AudioSpan } from './find-audio.ts'
import { codeView } from './code-view.ts'
import type { CodeView, ShownCode } from './code-view.ts'
import { factsView, type Fact } from './facts-view.ts'
import { formatClock } from '../format-clock.ts'
import { formatDate } from './format-date.ts'
import { formatLines } from './format-lines.ts'
import { reportName } from '../report-name.ts'
import { questionView, type QuestionView } from './question-view.ts'
import { reportHeadline, whyHeading } from './report-headline.ts'
import { rulerView } from './ruler-view.ts'
import type { RulerSection, RulerView } from './ruler-view.ts'
import { reportLength } from './report-length.ts'
import { sectionNames } from '../../interview/section-names.ts'
import { transcriptView } from './transcript-view.ts'
import type { TurnView } from './transcript-view.ts'

export interface Link {
  href: string
  label: string
}

export interface ReceiptView {
  polarity: Evidence['polarity']
  turn: Link
  quote: string
  point: string
  lines: Link | null
  /** Absent when it cannot be heard. */
  audio?: AudioSpan
}

export interface DimensionView {
  id: string
  name: string
  score: DimensionResult['score']
  heading: string
  why: string
  /** What `lift` is about. */
  liftHeading: string
  lift: string
  /** The anchor of the score and of the one above; only the first for a 4, none when not assessed. */
  anchors: { score: number; text: string }[]
  /** Up to three that count and three that hold it, in order of time. */
  receipts: ReceiptView[]
  /** The others, in order of time. */
  moreReceipts: ReceiptView[]
}

export interface MomentView {
  kind: Report['moments'][number]['kind']
  label: string
  turn: Link
  text: string
}

export interface ReportView {
  id: string
  title: string
  date: { iso: string; text: string }
  /** From the start to the last word, as in `34:10`; empty when nothing was said. */
  length: string
  headline: string
  overall: { number: string; note: string } | null
  facts: Fact[]
  ruler: RulerView | null
  dimensions: DimensionView[]
  code: CodeView[]
  /** Every question that was not about a snippet. */
  questions: QuestionView[]
  /** `evidence`: where the quotes of its dimension stand; null when it has none. */
  plan: { text: string; note: string; evidence: string | null; turns: Link[] }[]
  prompts: string[]
  readings: Report['readings']
  /** What a question tested. */
  jd: {
    ground: string
    competency: string
    testedBy: string
    /** Where the points of the question stand. */
    points: string
    turns: Link[]
    score: number | null
  }[]
  /** Competencies nothing was asked about, by the words of the posting they came from. */
  notAsked: { ground: string; competencies: string }[]
  /** Strong and weak moments, own marks and notes, in order of time. */
  moments: MomentView[]
  transcript: TurnView[]
  /** What was corrected since it was first graded, and what that moved. */
  corrections: CorrectionView[]
}

const MOMENTS = { strong: 'Strong moment', weak: 'Weak moment', marked: 'Marked by you', note: 'Your note' }
/** Receipts of one polarity that are shown at once. */
const SHOWN = 3

/** Everything that page and PDF show, worded and in order, from the report object and the code it is about. */
export function reportView(report: Report, codeOf: Readonly<Record<string, ShownCode>>): ReportView {
  return {
    id: report.id,
    title: `${reportName(report)}: ${report.track.name}`,
    date: { iso: report.createdAt, text: formatDate(report.createdAt) },
    length: reportLength(report),
    headline: reportHeadline(report),
    overall: overallView(report),
    facts: factsView(report),
    ruler: momentsRuler(report),
    dimensions: report.dimensions.map((dimension) => dimensionView(dimension, report)),
    code: codeView(report, codeOf),
    questions: report.questions
      .filter(({ kind }) => kind !== 'code')
      .map((question) => questionView(question, report)),
    plan: planView(report),
    prompts: report.prompts.map(({ text }) => text),
    readings: report.readings,
    jd: jdView(report),
    notAsked: notAskedView(report),
    moments: report.moments.map(momentView),
    transcript: transcriptView(report),
    corrections: correctionsView(report),
  }
}

function overallView({ overall, dimensions }: Report): ReportView['overall'] {
  if (overall === null) return null
  const assessed = dimensions.filter(({ score }) => score !== null).length
  return { number: overall.toFixed(1), note: `Overall, of 4, from ${standsOn(assessed, dimensions.length)}.` }
}

function standsOn(assessed: number, all: number): string {
  if (assessed === all) return 'all five dimensions'
  return assessed === 1 ? 'the one dimension with evidence' : `the ${assessed} dimensions with evidence`
}

function momentsRuler({ transcript, moments }: Report): RulerView | null {
  const ids = [...new Set(transcript.map(({ section }) => section))]
  if (ids.length === 0) return null
  const sections = ids.map((id): RulerSection => {
    const own = transcript.filter(({ section }) => section === id)
    return {
      id,
      name: sectionNames[id],
      startMs: Math.min(...own.map(({ startMs }) => startMs)),
      endMs: Math.max(...own.map(({ endMs }) => endMs)),
    }
  })
  return rulerView(
    sections.map((section, index) => (index === 0 ? { ...section, startMs: 0 } : section)),
    moments.map(({ kind, startMs, turnId }) => ({
      kind,
      startMs,
      href: `#t-${turnId}`,
      label: `${MOMENTS[kind]} at ${formatClock(startMs)}`,
    })),
  )
}

function dimensionView(dimension: DimensionResult, report: Report): DimensionView {
  const { id, name, score, why, lift, anchors, evidence } = dimension
  const anchor = (of: 1 | 2 | 3 | 4) => ({ score: of, text: anchors[of] })
  const levels = ([1, 2, 3, 4] as const).filter((level) => level === score || level - 1 === score)
  return {
    id,
    name,
    score,
    heading: whyHeading(dimension),
    why,
    liftHeading: score === 4 ? 'To keep it' : score === null ? 'To be assessed' : 'What would have lifted it',
    lift,
    anchors: score === null ? [] : levels.map(anchor),
    ...receiptsView(evidence, report),
  }
}

function receiptsView(
  evidence: readonly Evidence[],
  report: Report,
): Pick<DimensionView, 'receipts' | 'moreReceipts'> {
  const ordered = evidence.toSorted((a, b) => a.startMs - b.startMs)
  const sameWords = ({ turnId, quote, polarity }: Evidence) => JSON.stringify([turnId, quote, polarity])
  const inCode = new Map(ordered.filter(({ lines }) => lines).map((each) => [sameWords(each), each.lines]))
  const groups = Map.groupBy(ordered, (each) => {
    return `${sameWords(each)} ${(each.lines ?? inCode.get(sameWords(each)) ?? []).join()}`
  })
  const all = [...groups.values()].flatMap((same) => {
    const first = same.find(({ lines }) => lines) ?? same[0]
    const points = same.map(({ point }) => point)
    return first ? [receiptView(first, points, report)] : []
  })
  const some = (side: Evidence['polarity']) => all.filter(({ polarity }) => polarity === side).slice(0, SHOWN)
  const shown = new Set([...some('for'), ...some('against')])
  return {
    receipts: all.filter((receipt) => shown.has(receipt)),
    moreReceipts: all.filter((receipt) => !shown.has(receipt)),
  }
}

function receiptView(evidence: Evidence, points: readonly string[], report: Report): ReceiptView {
  const { polarity, turnId, startMs, endMs, quote, snippetId, lines } = evidence
  const audio = findAudio(report, turnId, startMs, endMs)
  return {
    polarity,
    turn: { href: `#t-${turnId}`, label: formatClock(startMs) },
    quote,
    point: [...new Set(points)].join('; '),
    lines: snippetId && lines ? { href: `#${snippetId}-L${lines[0]}`, label: formatLines(lines) } : null,
    ...(audio ? { audio } : {}),
  }
}

function planView({ plan, dimensions, transcript }: Report): ReportView['plan'] {
  return plan.map(({ text, dimension, turnIds }) => {
    const of = dimensions.find(({ id }) => id === dimension)
    const step =
      of?.score == null
        ? 'not assessed so far'
        : of.score === 4
          ? 'keep the 4'
          : `${of.score} to ${of.score + 1}`
    return {
      text,
      note: `${of?.name ?? dimension}, ${step}.`,
      evidence: of && of.evidence.length > 0 ? `#evidence-${of.id}` : null,
      turns: turnLinks(turnIds, transcript),
    }
  })
}

function jdView({ jd, questions, transcript }: Report): ReportView['jd'] {
  return jd.flatMap(({ ground, competency, questionId, evidence, score }) => {
    const question = questions.find(({ id }) => id === questionId)
    if (!question) return []
    const turns = turnLinks(
      evidence.map(({ turnId }) => turnId),
      transcript,
    )
    const testedBy = `${question.section}, ${question.title}`
    return [{ ground, competency, testedBy, points: `#points-${question.id}`, turns, score: score ?? null }]
  })
}

function notAskedView({ jd, questions }: Report): ReportView['notAsked'] {
  const rows = jd.filter(({ questionId }) => !questions.some(({ id }) => id === questionId))
  const byGround = Map.groupBy(rows, ({ ground }) => ground)
  return [...byGround].map(([ground, same]) => {
    return { ground, competencies: same.map(({ competency }) => competency).join(', ') }
  })
}

function momentView({ kind, startMs, turnId, note = '' }: Report['moments'][number]): MomentView {
  return {
    kind,
    label: MOMENTS[kind],
    turn: { href: `#t-${turnId}`, label: formatClock(startMs) },
    text: note,
  }
}

/** Turns in order of time, each once. */
function turnLinks(turnIds: readonly string[], transcript: Report['transcript']): Link[] {
  return transcript
    .filter(({ turnId }) => turnIds.includes(turnId))
    .map(({ turnId, startMs }) => ({ href: `#t-${turnId}`, label: formatClock(startMs) }))
}
