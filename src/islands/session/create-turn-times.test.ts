import { expect, test } from 'vitest'
import type { PublicEvent } from '../../wire/public-event.ts'
import { createStore } from './create-store.ts'
import { createTurnTimes } from './create-turn-times.ts'
import { viewFixture } from './view-fixture.ts'

const said = (seq: number, turnId: string, text: string): PublicEvent => {
  return { seq, at: seq, kind: 'candidate-said', turnId, text, startMs: 0, endMs: 9, source: 'voice' }
}
const revised = (seq: number, turnId: string, text: string): PublicEvent => {
  return { seq, at: seq, kind: 'turn-revised', turnId, text, since: 1 }
}

function setUp() {
  const store = createStore()
  const sent: unknown[] = []
  const times = createTurnTimes(store, (event) => sent.push(event))
  const logHolds = (...events: PublicEvent[]) => {
    store.dispatch({ kind: 'view-read', view: viewFixture({}, events), now: 0 })
    times.settle()
  }
  return { sent, times, logHolds }
}

test('a turn is timed once, when the log holds it', () => {
  const { sent, times, logHolds } = setUp()
  times.heard({ text: ' It retries. ', startedAt: 5, endedAt: 8 })
  logHolds()
  expect(sent).toEqual([])
  logHolds(said(101, 'call:c:1', 'It retries.'))
  logHolds()
  expect(sent).toEqual([{ kind: 'turn-timed', turnId: 'call:c:1', startedAt: 5, endedAt: 8 }])
})

test('the same words again are the next turn, not the one before', () => {
  const { sent, times, logHolds } = setUp()
  times.heard({ text: 'skip', startedAt: 5, endedAt: 8 })
  logHolds(said(101, 'call:c:1', 'skip'))
  times.heard({ text: 'skip', startedAt: 15, endedAt: 18 })
  logHolds()
  expect(sent).toHaveLength(1)
  logHolds(said(105, 'call:c:2', 'skip'))
  expect(sent.at(-1)).toEqual({ kind: 'turn-timed', turnId: 'call:c:2', startedAt: 15, endedAt: 18 })
})

test('a turn that goes on begins where it began and ends later', () => {
  const { sent, times, logHolds } = setUp()
  times.heard({ text: 'It retries.', startedAt: 5, endedAt: 8 })
  logHolds(said(101, 'call:c:1', 'It retries.'))
  times.heard({ text: 'Twice.', startedAt: 20, endedAt: 25 })
  logHolds(revised(103, 'call:c:1', 'It retries. Twice.'))
  expect(sent.at(-1)).toEqual({ kind: 'turn-timed', turnId: 'call:c:1', startedAt: 5, endedAt: 25 })
})
