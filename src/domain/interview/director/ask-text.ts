import type { Ask, Question } from '../question.ts'
import type { SessionState } from '../state.ts'
import { systemWords } from '../system-words.ts'

/** An ask as it is said to this candidate: a look back names their own system. */
export function askText(state: SessionState, ask: Ask): string {
  return ask.text.replaceAll('{system}', systemWords(state))
}

/** The words of the ask with this id, or none when the question has no such ask. */
export function askTextOf(state: SessionState, question: Question, askId: string | undefined): string {
  const ask = question.asks.find(({ id }) => id === askId)
  return ask ? askText(state, ask) : ''
}
