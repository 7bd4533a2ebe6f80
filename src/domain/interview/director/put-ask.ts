import type { Ask, Question } from '../question.ts'
import { SUGGESTED } from '../with-suggestion.ts'
import type { Draft } from './draft.ts'
import { emit } from './draft.ts'

/** Puts a question; `text` is the ask as it is said, its summary or recap included. */
export function putAsk(draft: Draft, question: Question, ask: Ask, text: string): Draft {
  return emit(draft, {
    kind: 'agent-said',
    text,
    by: ask.id === SUGGESTED ? 'model' : 'planned',
    act: 'ask',
    questionId: question.id,
    askId: ask.id,
    dimensions: ask.dimensions,
  })
}
