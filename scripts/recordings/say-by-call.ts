import { spoken } from '../../src/api/test-app.ts'
import { answerCall } from '../../src/api/usecases/answer-call.ts'
import { recordEvent } from '../../src/api/usecases/record-event.ts'
import type { CallTurn } from '../../src/api/read-call.ts'
import type { Table } from './open-table.ts'

/** The call by which an interview is held: its number, 0 before the first, and what the candidate has said in it. */
export interface Call {
  number: number
  texts: string[]
}

/**
 * Says one thing by a call and gives the interviewer's words. Half of the turns are guessed ahead from their first words;
 * before one in eight the call is dropped and taken up by another. The first thing is the opening, whatever is said.
 */
export async function sayByCall(table: Table, call: Call, text: string): Promise<string> {
  if (call.number === 0 || (call.texts.length > 0 && table.random() < 0.125)) {
    Object.assign(call, { number: call.number + 1, texts: [] })
    const words = await ask(table, call, { kind: 'pickup' })
    if (call.number === 1) return words
  }
  const number = call.texts.length
  if (text === '') return ask(table, call, { kind: 'silence', number, since: 1 })
  const words = text.split(' ')
  const guesses = table.random() < 0.5 ? [words.slice(0, 3), words.slice(0, -1)] : []
  for (const guess of guesses) {
    if (guess.length > 0)
      await ask(table, call, { kind: 'said', texts: [...call.texts, guess.join(' ')], first: false })
  }
  call.texts.push(text)
  const answer = await ask(table, call, { kind: 'said', texts: call.texts, first: false })
  await timeTurn(table)
  return answer
}

/** The page tells when the turn was said: four words a second, up to a moment ago. */
async function timeTurn({ dependencies, id, ownerId, session }: Table): Promise<void> {
  const said = (await session()).state.transcript.findLast(({ speaker }) => speaker === 'candidate')
  if (!said) return
  const { turnId, text, endMs } = said
  const startedAt = endMs - 500 - text.split(' ').length * 250
  await recordEvent(dependencies, id, ownerId, {
    kind: 'turn-timed',
    turnId,
    startedAt,
    endedAt: endMs - 500,
  })
}

async function ask({ dependencies, id, passTime }: Table, call: Call, turn: CallTurn): Promise<string> {
  passTime(400)
  const pass = { sessionId: id, callId: `recorded-${call.number}` }
  return spoken(await answerCall(dependencies, pass, turn, new AbortController().signal))
}
