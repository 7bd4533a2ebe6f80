import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import { askTextOf } from './ask-text.ts'
import type { Draft } from './draft.ts'
import { reply } from './draft.ts'
import { isOver } from './is-over.ts'
import { moveOn } from './move-on.ts'
import { rephrase } from './rephrase.ts'

/** A turn that did not touch the question: brought back once, then the interview goes on. */
export function nudge(draft: Draft, question: Question): Draft {
  const { state } = draft
  if (questionState(state, question.id).offTopic > 1 || isOver(draft)) return moveOn(draft, 'astray')
  const askId = state.current?.askId ?? 'opener'
  const ask = askId === 'opener' ? rephrase(state, question, askId) : askTextOf(state, question, askId)
  return reply(draft, `Let me bring us back to the question. ${ask}`.trim(), 'nudge')
}
