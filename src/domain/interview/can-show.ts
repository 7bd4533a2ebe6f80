import type { ExpectedPoint } from './question.ts'

/**
 * Whether an answer to this ask can show the point: a probe's points are heard in answers to that probe only, since
 * other answers share its words; those of the opener anywhere in the question.
 */
export function canShow(askId: string | undefined, point: Pick<ExpectedPoint, 'askId'>): boolean {
  return point.askId === 'opener' || point.askId === askId
}
