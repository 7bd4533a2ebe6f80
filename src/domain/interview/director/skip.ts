import type { Question } from '../question.ts'
import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'
import { moveOn } from './move-on.ts'
import { closeInterview } from './wrap-up.ts'

/** Leaves the question on the table: a skipped opener closes the whole question. */
export function skip(draft: Draft, question: Question): Draft {
  if (question.kind === 'wrap-up') return closeInterview(draft)
  const noted = reply(draft, 'All right, we skip that.')
  if (draft.state.current?.askId !== 'opener') return moveOn(noted)
  return moveOn(emit(noted, { kind: 'question-closed', questionId: question.id, reason: 'skipped' }))
}
