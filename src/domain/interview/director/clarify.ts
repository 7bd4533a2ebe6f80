import type { Question } from '../question.ts'
import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'
import { matchFact } from './match-fact.ts'

/** Answers a clarifying question from the question's written facts, always the same way. */
export function clarify(draft: Draft, question: Question): Draft {
  const fact = matchFact(draft.turn.text, question.facts)
  const { turnId } = draft.turn
  const noted = emit(draft, {
    kind: 'clarified',
    turnId,
    questionId: question.id,
    ...(fact ? { factId: fact.id } : {}),
  })
  return reply(noted, fact?.answer ?? 'Assume what seems reasonable to you, and say what you assumed.')
}
