import type { Dependencies } from '../dependencies.ts'
import { seenQuestions } from './seen-questions.ts'

/** How many pieces of code and design questions a candidate has not met yet, over all tracks. */
export async function countUnseen(
  { bank, log, sessions }: Dependencies,
  ownerId: string,
): Promise<{ code: number; scenarios: number }> {
  const seen = await seenQuestions(log, sessions, ownerId)
  const isOpen = (item: { id: string; public: boolean }) => !item.public && !seen.has(item.id)
  return { code: bank.snippets.filter(isOpen).length, scenarios: bank.scenarios.filter(isOpen).length }
}
