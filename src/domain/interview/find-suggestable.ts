import type { Bank } from '../catalog/bank.ts'
import { findQuestion } from './find-question.ts'
import { describesSomething } from './describes-something.ts'
import type { Question } from './question.ts'
import { questionState } from './question-state.ts'
import type { Entry, SessionState } from './state.ts'

export interface Suggestable {
  question: Question
  /** What the candidate said last. */
  said: Entry
}

/**
 * The question on which a follow-up could take up what the candidate said last: a warm-up or scenario that is being
 * talked about, for which none has been proposed yet. Undefined otherwise.
 */
export function findSuggestable(state: SessionState, bank: Bank): Suggestable | undefined {
  const { plan, phase, section, current, transcript } = state
  if (!plan || phase !== 'live' || !current || (section !== 'A' && section !== 'C')) return undefined
  const said = transcript.findLast(({ speaker }) => speaker === 'candidate')
  if (!said || said.questionId !== current.questionId) return undefined
  if (!describesSomething(said.text)) return undefined
  if (questionState(state, current.questionId).suggested !== undefined) return undefined
  const question = findQuestion(bank, plan, current.questionId)
  const isTalk = question.kind === 'background' || question.kind === 'scenario'
  return isTalk && !question.whole ? { question, said } : undefined
}
