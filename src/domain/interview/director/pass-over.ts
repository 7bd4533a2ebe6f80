import type { Draft } from './draft.ts'
import { emit } from './draft.ts'

/** Counts a skip or a silence at a follow-up as a turn in which nothing was heard. */
export function passOver(draft: Draft): Draft {
  const { current } = draft.state
  if (!current) return draft
  const { questionId, askId } = current
  const { turnId } = draft.turn
  return emit(draft, {
    kind: 'points-heard',
    turnId,
    questionId,
    askId,
    points: [],
    signals: [],
    onTopic: true,
  })
}
