import assert from 'node:assert/strict'
import type { SessionLog } from '../../src/storage/session-log.ts'

/**
 * The stored log itself: numbered without a gap, no event id twice, no ask put twice, graded once and where it ends.
 * @throws AssertionError on the first breach.
 */
export async function checkLog(log: SessionLog, sessionId: string): Promise<void> {
  const events = await log.read(sessionId, 0)
  const seqs = events.map(({ seq }) => seq)
  assert.deepEqual(
    seqs,
    [...seqs.keys()].map((index) => index + 1),
    `${sessionId} has a gap`,
  )
  assertOnce(
    events.map(({ id }) => id),
    `${sessionId} has an event twice`,
  )
  const asks = events.flatMap((event) =>
    event.kind === 'agent-said' && event.act === 'ask' ? [`${event.questionId}/${event.askId}`] : [],
  )
  assertOnce(asks, `${sessionId} puts a question twice`)
  const ending = events.map(({ kind }) => kind).filter((kind) => kind === 'finished' || kind === 'graded')
  const expected = ending.length > 0 ? ['finished', 'graded'] : []
  assert.deepEqual(ending, expected, `${sessionId} is finished by half or twice`)
}

function assertOnce(items: string[], message: string): void {
  const again = items.filter((item, index) => items.indexOf(item) !== index)
  assert.deepEqual(again, [], message)
}
