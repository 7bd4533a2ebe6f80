import { DimensionId } from '../../src/domain/catalog/vocabulary.ts'
import { checkQuote } from '../../src/domain/grading/check-quote.ts'
import type { Sources } from '../../src/domain/interview/director/draft.ts'
import { fold } from '../../src/domain/interview/fold.ts'
import { initialState } from '../../src/domain/interview/initial-state.ts'
import { buildReport } from '../../src/domain/report/build-report.ts'
import type { Report } from '../../src/domain/report/report.ts'
import { checkExpected } from './check-expected.ts'
import type { Band } from './expected.ts'
import type { Interview } from './read-interviews.ts'

/** A point or trap of a question, with the words that are given for it. */
export interface Finding {
  question: string
  point: string
  quote: string
}

/** How the report of one interview compares with what is expected. */
export interface Outcome {
  id: string
  sealed: boolean
  /** Points and false alarms that a fair reader credits. */
  expected: number
  found: Finding[]
  missed: Finding[]
  /** Credited, though nobody would. */
  invented: Finding[]
  /** Those of the invented that must never be. */
  forbidden: Finding[]
  bands: { name: string; score: number | null; band: Band; met: boolean }[]
  /** Receipts in the report, and how many are verbatim in their turn. */
  quotes: { all: number; verbatim: number }
  verdict: Report['verdict']
}

/**
 * Grades the recorded interview with the bank as it is today and compares.
 * @throws Error that names the file when the bank has lost a question, point or trap of it
 */
export function gradeInterview(interview: Interview, sources: Sources): Outcome {
  const { id, expected } = interview
  const report = reportOf(interview, sources)
  const credited = creditedIn(report)
  const wanted = expected.questions.flatMap(({ id: question, heard, falseAlarms }) => [
    ...heard.map(({ point, quote }) => ({ question, point, quote })),
    ...falseAlarms.map((point) => ({ question, point, quote: '' })),
  ])
  const named = (list: 'debatable' | 'forbidden') =>
    expected.questions.flatMap((question) =>
      question[list].map((point) => ({ question: question.id, point })),
    )
  const invented = credited.filter((item) => !isIn(wanted, item) && !isIn(named('debatable'), item))
  const evidence = report.dimensions.flatMap((dimension) => dimension.evidence)
  const isVerbatim = ({ turnId, quote }: (typeof evidence)[number]) =>
    checkQuote(report.transcript.find((entry) => entry.turnId === turnId)?.text ?? '', quote)
  return {
    id,
    sealed: expected.sealed,
    expected: wanted.length,
    found: credited.filter((item) => isIn(wanted, item)),
    missed: wanted.filter((item) => !isIn(credited, item)),
    invented,
    forbidden: invented.filter((item) => isIn(named('forbidden'), item)),
    bands: compareBands(report, expected),
    quotes: { all: evidence.length, verbatim: evidence.filter(isVerbatim).length },
    verdict: report.verdict,
  }
}

function reportOf(interview: Interview, { bank, finder }: Sources): Report {
  const { id, path, log } = interview
  const state = log.reduce(fold, initialState())
  try {
    checkExpected(interview, state, bank)
    return buildReport(state, bank, finder, new Date(state.createdAt).toISOString(), id)
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function creditedIn(report: Report): Finding[] {
  const evidence = report.dimensions.flatMap((dimension) => dimension.evidence)
  const points = report.questions.flatMap(({ id, pointsHeard }) =>
    pointsHeard.map(({ id: point, text }) => ({
      question: id,
      point,
      quote: evidence.find((item) => item.point === text)?.quote ?? '',
    })),
  )
  const alarms = report.answerKey.flatMap(({ snippetId, trapId, turnId }) => {
    const turn = report.transcript.find((entry) => entry.turnId === turnId)
    return trapId === undefined ? [] : [{ question: snippetId, point: trapId, quote: turn?.text ?? '' }]
  })
  return [...points, ...alarms]
}

function isIn(list: readonly Omit<Finding, 'quote'>[], { question, point }: Omit<Finding, 'quote'>): boolean {
  return list.some((item) => item.question === question && item.point === point)
}

function compareBands(report: Report, { dimensions, overall }: Interview['expected']): Outcome['bands'] {
  const scores = new Map(report.dimensions.map(({ id, score }) => [id, score]))
  const compare = (name: string, score: number | null, band: Band) => ({
    name,
    score,
    band,
    met: score === null ? band.orNone : band.span !== null && score >= band.span[0] && score <= band.span[1],
  })
  return [
    ...DimensionId.options.map((id) => compare(id, scores.get(id) ?? null, dimensions[id])),
    compare('overall', report.overall, overall),
  ]
}
