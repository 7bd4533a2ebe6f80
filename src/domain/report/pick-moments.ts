import type { SessionGrade } from '../grading/grade.ts'
import type { SessionState } from '../interview/state.ts'
import type { Report } from './report.ts'

/** Most strong and most weak moments, one a turn each. */
const SHOWN = 5

type Moment = Report['moments'][number]

/** Strong and weak moments from the evidence, and the candidate's own marks and notes, in order of time. */
export function pickMoments(state: SessionState, grade: SessionGrade): Moment[] {
  const strong = grade.questions
    .flatMap(({ expected, heard }) =>
      expected.flatMap(({ id, weight }) => {
        const found = heard.get(id)
        return found?.degree === 'full' && found.hintTier === 0 ? [{ evidence: found.evidence, weight }] : []
      }),
    )
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ evidence }) => evidence)
  const weak = grade.questions.flatMap(({ falseAlarms, against, communication }) => [
    ...falseAlarms.map(({ evidence }) => evidence),
    ...against.map(({ evidence }) => evidence),
    ...communication.evidence.filter(({ polarity }) => polarity === 'against'),
  ])
  const moments: Moment[] = [
    ...firstOfTurns(strong).map(({ turnId, startMs, point }) => ({
      turnId,
      kind: 'strong' as const,
      startMs,
      note: point,
    })),
    ...firstOfTurns(weak).map(({ turnId, startMs, point }) => ({
      turnId,
      kind: 'weak' as const,
      startMs,
      note: point,
    })),
    ...state.marks.map(({ turnId, atMs }) => ({ turnId, kind: 'marked' as const, startMs: atMs })),
    ...state.notes.map(({ turnId, atMs, text }) => ({
      turnId,
      kind: 'note' as const,
      startMs: atMs,
      note: text,
    })),
  ]
  return moments.toSorted((a, b) => a.startMs - b.startMs)
}

function firstOfTurns<T extends { turnId: string }>(items: readonly T[]): T[] {
  const first = new Map<string, T>()
  for (const item of items) if (!first.has(item.turnId)) first.set(item.turnId, item)
  return [...first.values()].slice(0, SHOWN)
}
