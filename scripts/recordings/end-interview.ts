import { finishSession } from '../../src/api/usecases/finish-session.ts'
import { recordEvent } from '../../src/api/usecases/record-event.ts'
import { viewSession } from '../../src/api/usecases/view-session.ts'
import type { Table } from './open-table.ts'

const EIGHT_DAYS_MS = 8 * 24 * 60 * 60 * 1_000

/** Brings an interview to rest the way its part asks for. */
export async function endInterview(table: Table): Promise<void> {
  const { part, dependencies, id, ownerId, passTime } = table
  passTime(5_000)
  switch (part.ending) {
    case 'planned':
    case 'closed':
      return
    case 'live':
      await recordEvent(dependencies, id, ownerId, { kind: 'left' })
      return
    case 'early':
    case 'graded':
      await finishSession(dependencies, id, ownerId)
      return
    case 'corrected':
      await correctAndAnswer(table)
      return
    case 'abandoned':
      await recordEvent(dependencies, id, ownerId, { kind: 'left' })
      passTime(EIGHT_DAYS_MS)
      await viewSession(dependencies, id, ownerId, 0)
      return
  }
}

/** Corrects turns before it is graded and after, by ear and beyond, and answers the survey in two goes. */
async function correctAndAnswer(table: Table): Promise<void> {
  const { dependencies, id, ownerId } = table
  await correctLastTurn(table, 'And I would write the test for that first.')
  await finishSession(dependencies, id, ownerId)
  await correctLastTurn(table, 'Then I would tell the customer.')
  await correctByEar(table)
  await recordEvent(dependencies, id, ownerId, { kind: 'survey', answers: { fair: 4, useful: 'yes' } })
  await recordEvent(dependencies, id, ownerId, { kind: 'survey', answers: { useful: 'very', again: 1 } })
}

async function correctLastTurn({ dependencies, id, ownerId, passTime, session }: Table, more: string) {
  const { transcript } = (await session()).state
  const last = transcript.findLast(({ speaker }) => speaker === 'candidate')
  if (!last) return
  passTime(30_000)
  const text = `${last.text} ${more}`
  await recordEvent(dependencies, id, ownerId, { kind: 'correction', turnId: last.turnId, text })
}

/** One long word of the last turn that has one, as it might have been misheard. */
async function correctByEar({ dependencies, id, ownerId, passTime, session }: Table) {
  const { transcript } = (await session()).state
  const word = /\b[a-z]{7,}\b/
  const turn = transcript.findLast(({ speaker, text }) => speaker === 'candidate' && word.test(text))
  if (!turn) return
  passTime(30_000)
  const text = turn.text.replace(word, '$&s')
  await recordEvent(dependencies, id, ownerId, { kind: 'correction', turnId: turn.turnId, text })
}
