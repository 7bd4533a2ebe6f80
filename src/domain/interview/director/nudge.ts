import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import type { Draft } from './draft.ts'
import { reply } from './draft.ts'
import { moveOn } from './move-on.ts'

/** A turn that did not touch the question: brought back once, then the interview goes on. */
export function nudge(draft: Draft, question: Question): Draft {
  if (questionState(draft.state, question.id).offTopic > 1) return moveOn(draft)
  const ask = question.asks.find(({ id }) => id === draft.state.current?.askId)
  return reply(draft, `Let me bring us back to the question. ${ask?.text ?? ''}`.trim(), 'nudge')
}
