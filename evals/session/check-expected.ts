import type { Bank } from '../../src/domain/catalog/bank.ts'
import { findQuestion } from '../../src/domain/interview/find-question.ts'
import type { SessionState } from '../../src/domain/interview/state.ts'
import type { ExpectedQuestion } from './expected.ts'
import type { Interview } from './read-interviews.ts'

/**
 * Checks what is expected against the interview and the bank.
 * @throws Error that names a question, point, trap or quote that is not there
 */
export function checkExpected({ expected }: Interview, state: SessionState, bank: Bank): void {
  for (const [index, question] of expected.questions.entries()) {
    const problem = problemOf(question, state, bank)
    if (problem) throw new Error(`questions.${index}: ${problem}`)
  }
}

function problemOf(question: ExpectedQuestion, state: SessionState, bank: Bank): string | undefined {
  const { id, heard, debatable, forbidden, falseAlarms } = question
  const { plan } = state
  if (!plan || !state.questions[id]) return `${id} was not asked in this interview`
  const snippet = bank.snippets.find((item) => item.id === id)
  const traps = new Set(snippet?.traps.map((trap) => trap.id))
  const points = new Set(findQuestion(bank, plan, id).points.map((point) => point.id))
  const named = [...heard.map(({ point }) => point), ...debatable, ...forbidden]
  const unknown = named.find((point) => !points.has(point) && !traps.has(point))
  if (unknown) return `${id} has no point ${unknown} any more`
  const noTrap = falseAlarms.find((trap) => !traps.has(trap))
  if (noTrap) return `${id} has no trap ${noTrap} any more`
  const twice = named.find((point, place) => named.indexOf(point) !== place)
  if (twice) return `${twice} is there twice`
  const said = state.transcript.filter(({ speaker }) => speaker === 'candidate')
  const unsaid = heard.find(({ quote }) => !said.some(({ text }) => text.includes(quote)))
  return unsaid && `${unsaid.point}: "${unsaid.quote}" was not said`
}
