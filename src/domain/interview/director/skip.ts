import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import { chooseWording } from './choose-wording.ts'
import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'
import { moveOn } from './move-on.ts'
import { passOver } from './pass-over.ts'
import { takeWrapUpAnswer } from './wrap-up.ts'

const wordings = ['All right, we skip that.', "Sure, we'll leave that one.", 'Okay, we pass on that one.']

/** Leaves the question on the table: a skipped opener closes the whole question. */
export function skip(draft: Draft, question: Question): Draft {
  const words = chooseWording(wordings, draft.plan.seed, `skip ${draft.turn.turnId}`)
  if (draft.state.section === 'D') return takeWrapUpAnswer(draft)
  const noted = reply(draft, words)
  if (draft.state.current?.askId !== 'opener' || questionState(draft.state, question.id).closed) {
    return moveOn(passOver(noted), 'skipped')
  }
  return moveOn(
    emit(noted, { kind: 'question-closed', questionId: question.id, reason: 'skipped' }),
    'skipped',
  )
}
