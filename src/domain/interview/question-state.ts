import type { SectionId } from './question.ts'
import type { QuestionState, SessionState } from './state.ts'

/** State of a question that may not have been asked yet. */
export function questionState(state: SessionState, id: string): QuestionState {
  const known = Object.hasOwn(state.questions, id) ? state.questions[id] : undefined
  return known ?? newQuestion(id, state.section ?? 'A')
}

/** The questions with one of them replaced. */
export function withQuestion(state: SessionState, question: QuestionState): SessionState['questions'] {
  return { ...state.questions, [question.id]: question }
}

function newQuestion(id: string, section: SectionId): QuestionState {
  return { id, section, asked: [], heard: {}, signals: [], hints: {}, turns: 0, offTopic: 0, clarified: [] }
}
