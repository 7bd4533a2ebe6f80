import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import type { Draft } from './draft.ts'
import { reply } from './draft.ts'
import { isOver } from './is-over.ts'
import { leadIn } from './lead-in.ts'
import { moveOn } from './move-on.ts'
import { rephrase } from './rephrase.ts'

/** Who does not know how to begin gets the opener once more in plainer words; then the interview goes on. */
export function easeIn(draft: Draft, question: Question): Draft {
  const { turns } = questionState(draft.state, question.id)
  if (draft.state.current?.askId !== 'opener' || turns > 1 || isOver(draft)) return moveOn(draft, 'unknown')
  return reply(draft, `${leadIn(draft, 'unknown')} ${rephrase(draft.state, question, 'opener')}`, 'nudge')
}
