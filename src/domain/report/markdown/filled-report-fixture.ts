import { DimensionId } from '../../catalog/vocabulary.ts'
import type { DimensionResult, Evidence, QuestionResult, Report, TranscriptEntry } from '../report.ts'

/**
 * A report for tests in which every free text that is shown is the next one asked for: said, noted, pasted or from
 * the content. Every part of it is there, each choice of words at least once.
 */
export function filledReport(next: () => string): Report {
  const evidence = (point: string, more: Partial<Evidence> = {}): Evidence => {
    return { turnId: 'A1', quote: next(), startMs: 61_000, endMs: 62_000, point, polarity: 'for', ...more }
  }
  const receipts = () => [
    evidence(next(), { snippetId: 'code', lines: [4, 4] }),
    evidence(next(), { polarity: 'against', lines: [4, 9] }),
  ]
  return {
    version: 1,
    id: 'report',
    createdAt: '2026-11-19T14:05:00.000Z',
    level: 'mid',
    track: { id: 'web-fullstack', name: next(), confidence: 'high' },
    verdict: 'at',
    overall: 2.5,
    dimensions: DimensionId.options.map((id, index) => dimension(id, index, next, receipts())),
    questions: [question('code', next), question('flags', next)],
    transcript: [...turns('A', next), ...turns('B', next), ...turns('D', next)],
    answerKey: (['unaided', 'hinted', 'missed', 'false-alarm'] as const).map((outcome, index) => ({
      snippetId: index === 0 ? 'code' : 'gone',
      issueId: null,
      title: next(),
      lines: [2, 2 + index],
      outcome,
      startMs: 61_000,
      rootCause: next(),
      fix: `@@ -1,1 +1,1 @@\n-${next()}\n+${next()}\n`,
      test: next(),
    })),
    jd: [
      {
        competency: next(),
        ground: next(),
        questionId: 'flags',
        evidence: [evidence('not shown'), evidence('not shown')],
        score: 3,
      },
      { competency: next(), ground: next(), evidence: [] },
    ],
    moments: (['strong', 'weak', 'marked', 'note'] as const).map((kind) => {
      return { turnId: 'A1', kind, startMs: 61_000, ...(kind === 'marked' ? {} : { note: next() }) }
    }),
    plan: [
      { text: next(), dimension: 'debugging', turnIds: ['A1', 'B2'] },
      { text: next(), dimension: 'product', turnIds: [] },
      { text: next(), dimension: 'breadth', turnIds: [] },
    ],
    prompts: [{ text: next() }, { text: next() }, { text: next() }],
    readings: [
      { title: next(), by: next(), href: 'https://reading.example/a_b(c)?d=1&amp=[e]#f', minutes: 5 },
      { title: next(), by: next(), href: 'javascript:alert(1)', minutes: 5 },
    ],
    corrections: [correction(next)],
    grader: { finder: next(), version: next(), spread: 0.5, degraded: next() },
  }
}

function correction(next: () => string): NonNullable<Report['corrections']>[number] {
  const change = {
    what: 'sub-score' as const,
    id: 'correctness',
    questionId: 'flags',
    name: next(),
    before: '2',
    after: '3',
  }
  const texts = { before: next(), after: next() }
  return { turnId: 'A2', at: '2026-11-20T08:00:00.000Z', ...texts, edited: true, changes: [change] }
}

/** Index 0 is not assessed, the others score 1 to 4; an anchor that is not shown says so. */
function dimension(
  id: DimensionId,
  score: number,
  next: () => string,
  evidence: Evidence[],
): DimensionResult {
  const anchor = (level: number) => {
    return score > 0 && (level === score || level === score + 1) ? next() : 'an anchor not shown'
  }
  return {
    id,
    name: next(),
    score: score === 0 ? null : score,
    assessed: score !== 0,
    anchors: { '1': anchor(1), '2': anchor(2), '3': anchor(3), '4': anchor(4) },
    why: next(),
    lift: next(),
    evidence,
  }
}

function question(id: string, next: () => string): QuestionResult {
  return {
    id,
    kind: 'scenario',
    title: next(),
    section: 'C',
    asked: [next(), next()],
    pointsHeard: [
      { id: 'a', text: next(), degree: 'full' },
      { id: 'b', text: next(), degree: 'partly' },
    ],
    pointsMissed: [{ id: 'c', text: next() }],
    subScores: [
      { id: 'correctness', name: next(), score: 3 },
      { id: 'clarity', name: next(), score: null },
    ],
    bestAnswer: next(),
  }
}

/** What is said by both, one of it corrected; then the interviewer is cut off twice, once in other words than planned. */
function turns(section: TranscriptEntry['section'], next: () => string): TranscriptEntry[] {
  const heard = next()
  const said: Pick<TranscriptEntry, 'speaker' | 'text' | 'edited' | 'heard'>[] = [
    { speaker: 'agent', text: next() },
    { speaker: 'candidate', text: next() },
    { speaker: 'candidate', text: next(), heard: next(), edited: next() },
    { speaker: 'agent', text: `${heard} ${next()}`, heard },
    { speaker: 'agent', text: next(), heard: next() },
  ]
  return said.map((turn, index) => {
    return {
      ...turn,
      turnId: `${section}${index}`,
      section,
      startMs: index * 60_000,
      endMs: index * 60_000 + 1,
    }
  })
}
