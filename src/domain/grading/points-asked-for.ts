import type { Question } from '../interview/question.ts'

/** Ids of the points that an ask asks for directly: those of a probe or a fallback; an opener is broad. */
export function pointsAskedFor(question: Question, askId = 'opener'): Set<string> {
  if (askId === 'opener' && question.kind !== 'fallback') return new Set()
  return new Set(question.points.filter((point) => point.askId === askId).map(({ id }) => id))
}
