import type { Bank } from '../catalog/bank.ts'
import { findQuestion } from '../interview/find-question.ts'
import type { Question } from '../interview/question.ts'
import type { SessionState } from '../interview/state.ts'
import type { Finder } from './finder.ts'
import type { GradedTurn } from './grade.ts'
import { readTurns } from './read-turns.ts'

/**
 * The questions of a session that a model can be asked about: those that were asked, expect something and were answered.
 *
 * @param turnId only the question that this turn is about
 */
export function questionsToRead(
  { plan, questions, transcript }: SessionState,
  bank: Bank,
  finder: Finder,
  turnId?: string,
): { question: Question; turns: GradedTurn[] }[] {
  if (!plan) return []
  return Object.values(questions).flatMap(({ id, asked }) => {
    const question = findQuestion(bank, plan, id)
    const snippet = bank.snippets.find((item) => item.id === id)
    const turns = readTurns(transcript, question, snippet, finder)
    const isMeant = turnId === undefined || turns.some(({ entry }) => entry.turnId === turnId)
    const isIdle = question.kind === 'wrap-up' || asked.length === 0 || question.points.length === 0
    return isIdle || turns.length === 0 || !isMeant ? [] : [{ question, turns }]
  })
}
