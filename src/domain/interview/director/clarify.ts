import type { Question } from '../question.ts'
import { chooseWording } from './choose-wording.ts'
import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'
import { matchFact } from './match-fact.ts'

const withoutFact = [
  'Assume what seems reasonable to you, and say what you assumed.',
  'That is left open here. Assume something sensible, and tell me what it is.',
  'I have nothing on that. If your answer depends on it, assume something and say so.',
]

const yourChoice = [
  'That is up to you. Choose what shows your own work best.',
  'I leave that to you. Take whatever shows your own work best.',
]

/** Answers a clarifying question from the question's written facts, always the same way. */
export function clarify(draft: Draft, question: Question): Draft {
  const { turnId, text } = draft.turn
  const fact = matchFact(text, question.facts)
  const noted = emit(draft, {
    kind: 'clarified',
    turnId,
    questionId: question.id,
    ...(fact ? { factId: fact.id } : {}),
  })
  const aboutThem = question.kind === 'code' || question.kind === 'scenario' ? withoutFact : yourChoice
  return reply(noted, fact?.answer ?? chooseWording(aboutThem, draft.plan.seed, text.toLowerCase()))
}
