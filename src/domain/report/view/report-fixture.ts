import type { DimensionId } from '../../catalog/vocabulary.ts'
import type {
  AnswerKeyEntry,
  DimensionResult,
  Evidence,
  QuestionResult,
  Report,
  TranscriptEntry,
} from '../report.ts'

const anchors = { '1': 'anchor 1', '2': 'anchor 2', '3': 'anchor 3', '4': 'anchor 4' }

/** A dimension of a report for tests. */
export function exampleDimension(
  id: DimensionId,
  score: DimensionResult['score'],
  evidence: Evidence[] = [],
): DimensionResult {
  const why = 'why'
  return { id, name: `Name of ${id}`, score, assessed: score !== null, anchors, why, lift: 'lift', evidence }
}

/** Evidence for tests, at minute two of turn t1 unless told otherwise. */
export function exampleEvidence(quote: string, more: Partial<Evidence> = {}): Evidence {
  return {
    turnId: 't1',
    quote,
    startMs: 120_000,
    endMs: 130_000,
    point: 'the point',
    polarity: 'for',
    ...more,
  }
}

/** A turn of the candidate for tests. */
export function exampleTurn(
  turnId: string,
  text: string,
  more: Partial<TranscriptEntry> = {},
): TranscriptEntry {
  return { turnId, speaker: 'candidate', text, startMs: 120_000, endMs: 150_000, section: 'B', ...more }
}

/** A missed issue on lines 2 and 3 for tests. */
export function exampleFinding(more: Partial<AnswerKeyEntry> = {}): AnswerKeyEntry {
  return {
    snippetId: 'snippet',
    issueId: 'issue',
    title: 'The issue',
    lines: [2, 3],
    outcome: 'missed',
    rootCause: 'root cause',
    fix: '@@ -2,1 +2,1 @@\n-a\n+b\n',
    test: 'the test',
    ...more,
  }
}

/** A scenario question of a report for tests, nothing heard and nothing missed. */
export function exampleQuestion(id: string, more: Partial<QuestionResult> = {}): QuestionResult {
  return {
    id,
    kind: 'scenario',
    title: `Title of ${id}`,
    section: 'C',
    asked: [],
    pointsHeard: [],
    pointsMissed: [],
    subScores: [],
    bestAnswer: '',
    ...more,
  }
}

/** A report in which nothing was said, for tests to fill. */
export function exampleReport(more: Partial<Report> = {}): Report {
  return {
    version: 1,
    id: 'report',
    createdAt: '2026-11-19T14:05:00.000Z',
    level: 'senior',
    track: { id: 'web-fullstack', name: 'Web and Full-Stack', confidence: 'high' },
    verdict: 'not-enough-evidence',
    overall: null,
    dimensions: [
      exampleDimension('communication', null),
      exampleDimension('debugging', null),
      exampleDimension('breadth', null),
      exampleDimension('operationalization', null),
      exampleDimension('product', null),
    ],
    questions: [],
    transcript: [],
    answerKey: [],
    jd: [],
    moments: [],
    plan: [],
    prompts: [],
    readings: [],
    grader: { finder: 'Built-in', version: '1' },
    ...more,
  }
}
