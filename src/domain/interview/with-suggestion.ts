import type { Question } from './question.ts'
import { questionState } from './question-state.ts'
import type { SessionState } from './state.ts'

/** The id of the ask that a model has proposed. */
export const SUGGESTED = 'suggested'

/** A question with the follow-up that a model has proposed for it, if any, after its own asks. No point expects it. */
export function withSuggestion(state: SessionState, question: Question): Question {
  const text = questionState(state, question.id).suggested
  if (text === undefined) return question
  const ask = { id: SUGGESTED, text, dimensions: [], heard: [], missing: [] }
  return { ...question, asks: [...question.asks, ask] }
}
