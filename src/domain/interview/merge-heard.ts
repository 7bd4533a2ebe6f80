import type { SessionEvent } from './event.ts'
import type { HeardPoint, QuestionState } from './state.ts'

type Points = Extract<SessionEvent, { kind: 'points-heard' }>['points']

/** What was heard of a question with the points of one more turn: the first full mention stands, a partial one gives way to it. */
export function mergeHeard(
  question: QuestionState,
  { turnId, points }: { turnId: string; points: Points },
): Record<string, HeardPoint> {
  const all = { ...question.heard }
  for (const { id, degree, issueId } of points) {
    const before = Object.hasOwn(all, id) ? all[id] : undefined
    if (before && (before.degree === 'full' || degree === 'partly')) continue
    const hintTier = issueId && Object.hasOwn(question.hints, issueId) ? (question.hints[issueId] ?? 0) : 0
    all[id] = { degree, turnId, hintTier: before ? Math.min(before.hintTier, hintTier) : hintTier }
  }
  return all
}
