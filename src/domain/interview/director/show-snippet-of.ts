import type { Question } from '../question.ts'
import type { Draft } from './draft.ts'
import { emit } from './draft.ts'

/** Puts the code of a question on the screen, if it has any. */
export function showSnippetOf(draft: Draft, question: Question): Draft {
  return question.kind === 'code' ? emit(draft, { kind: 'snippet-shown', snippetId: question.id }) : draft
}
