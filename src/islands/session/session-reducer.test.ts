import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Frame } from '../../wire/frame.ts'
import type { SessionAction } from './session-action.ts'
import { initialModel } from './session-model.ts'
import { reduceSession } from './session-reducer.ts'
import { eventsFixture, stateFixture, viewFixture } from './view-fixture.ts'

const play = (...actions: SessionAction[]) => actions.reduce(reduceSession, initialModel)
const read: SessionAction = { kind: 'view-read', view: viewFixture(), now: 1_000 }
const sent: SessionAction = { kind: 'turn-sent', turnId: 't1', text: 'Line 4', now: 2_000 }
const frame = (of: Frame, turnId = 't1', now = 3_000): SessionAction => {
  return { kind: 'frame-read', turnId, frame: of, now }
}
const say = (text: string) => frame({ event: 'say', data: { text } })
const doneData = {
  seq: 9,
  turnId: 't1',
  questionId: null,
  section: 'C',
  clockMs: 70_000,
  silenceAfterMs: 20_000,
  ended: false,
} as const
const done = (change: { seq?: number; ended?: boolean } = {}) =>
  frame({ event: 'done', data: { ...doneData, ...change } })
const fault = { code: 'internal', message: 'No.', hint: 'Wait.' }

describe('reduceSession', () => {
  test('opens with what the server tells', () => {
    const model = play(read)
    expect(model).toMatchObject({
      status: 'open',
      state: stateFixture(),
      events: eventsFixture,
      syncedAt: 1_000,
    })
  })

  test('adds only events it does not have', () => {
    const view = viewFixture({ seq: 5 }, [...eventsFixture, { seq: 5, at: 9_000, kind: 'hold-started' }])
    const model = play(read, { kind: 'view-read', view, now: 2_000 }, { kind: 'view-read', view, now: 3_000 })
    expect(model.events.map(({ seq }) => seq)).toEqual([2, 3, 4, 5])
  })

  test('lets an older answer change nothing that is shown', () => {
    const late: SessionAction = { kind: 'view-read', view: viewFixture({ seq: 1, clockMs: 1 }), now: 9_000 }
    expect(play(read, late)).toMatchObject({ state: { seq: 4, clockMs: 60_000 }, syncedAt: 1_000 })
  })

  test('reads the clock anew only when the log has grown', () => {
    expect(play(read, { ...read, now: 9_000 }).syncedAt).toBe(1_000)
  })

  test('shows an answer while it arrives and drops it once the log holds it', () => {
    const answered = [read, sent, say('Why? '), say('Go on.'), done()]
    expect(play(...answered).live).toMatchObject([{ text: 'Line 4', answer: 'Why? Go on.', doneSeq: 9 }])
    expect(play(...answered).state).toMatchObject({ seq: 9, section: 'C', clockMs: 70_000 })
    const view = viewFixture({ seq: 9 }, [])
    expect(play(...answered, { kind: 'view-read', view, now: 4_000 })).toMatchObject({
      live: [],
      syncedAt: 3_000,
    })
  })

  test('starts an answer over when the turn is sent again', () => {
    expect(
      play(read, sent, say('Half a'), { kind: 'turn-retried', turnId: 't1' }, say('Whole')).live,
    ).toMatchObject([{ answer: 'Whole' }])
  })

  test('gives a refused answer back, under the id it had', () => {
    const model = play(read, sent, { kind: 'turn-refused', turnId: 't1', fault })
    expect(model).toMatchObject({ draft: 'Line 4', unsent: { turnId: 't1' }, live: [], notice: fault })
  })

  test('does not write over what has been typed since', () => {
    const typed: SessionAction = { kind: 'draft-changed', text: 'newer' }
    expect(play(read, sent, typed, { kind: 'turn-refused', turnId: 't1', fault }).draft).toBe('newer')
  })

  test('says nothing back for a silence that was refused', () => {
    const model = play(read, { ...sent, text: '' }, { kind: 'turn-refused', turnId: 't1', fault })
    expect(model).toMatchObject({ draft: '', unsent: null })
  })

  test('follows what is shown during an answer', () => {
    const card = { snippetId: 'order-webhook', title: 'Orders', language: 'typescript', href: '/x' }
    const lines = { snippetId: 'order-webhook', from: 4, to: 6 }
    const shown = play(
      read,
      sent,
      frame({ event: 'snippet', data: card }),
      frame({ event: 'lines', data: lines }),
    )
    expect(shown.state).toMatchObject({ snippet: card, highlighted: lines })
    expect(reduceSession(shown, frame({ event: 'section', data: { id: 'C' } })).state?.snippet).toBeNull()
  })

  test('closes when the answer was the last one', () => {
    expect(play(read, sent, done({ ended: true })).state?.phase).toBe('closed')
  })

  test('an old turn’s end does not set the page back', () => {
    expect(play(read, sent, done({ seq: 2 })).state).toMatchObject({ seq: 4, section: 'B' })
  })

  test('stops the clock at what it shows, and an answer starts it again', () => {
    const held = play(read, { kind: 'hold-pressed', on: true, now: 4_000 })
    expect(held).toMatchObject({ state: { onHold: true, clockMs: 63_000 }, syncedAt: 4_000 })
    expect(reduceSession(held, { ...sent, now: 90_000 })).toMatchObject({
      state: { onHold: false, clockMs: 63_000 },
      syncedAt: 90_000,
    })
  })

  test('tells a session that is not there from one that did not load', () => {
    const refused = (code: string): SessionAction => ({ kind: 'view-refused', fault: { ...fault, code } })
    expect(play(refused('not-found')).status).toBe('missing')
    expect(play(refused('internal')).status).toBe('failed')
    expect(play(read, refused('internal')).status).toBe('open')
  })

  test('knows when the server cannot be reached', () => {
    expect(play({ kind: 'network-changed', latencyMs: null }).network.state).toBe('reconnecting')
    expect(play({ kind: 'network-changed', latencyMs: 48 }).network).toEqual({
      state: 'connected',
      latencyMs: 48,
    })
  })

  test('takes anything in any order', () => {
    const line = fc.integer({ min: -3, max: 300 })
    const turnId = fc.constantFrom('open', 't1', 't2')
    const frames: fc.Arbitrary<Frame> = fc.oneof(
      fc.record({ event: fc.constant('say' as const), data: fc.record({ text: fc.string() }) }),
      fc.record({
        event: fc.constant('lines' as const),
        data: fc.record({ snippetId: fc.string(), from: line, to: line }),
      }),
      fc.record({
        event: fc.constant('section' as const),
        data: fc.record({ id: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const) }),
      }),
      fc.record({ event: fc.constant('hint' as const), data: fc.record({ tier: line }) }),
      fc.record({ event: fc.constant('error' as const), data: fc.constant(fault) }),
      fc.record({
        event: fc.constant('done' as const),
        data: fc.record({ seq: fc.nat(20), ended: fc.boolean() }).map((some) => ({ ...doneData, ...some })),
      }),
    )
    const actions: fc.Arbitrary<SessionAction> = fc.oneof(
      fc.record({ kind: fc.constant('frame-read' as const), turnId, frame: frames, now: fc.nat() }),
      fc.record({ kind: fc.constant('turn-sent' as const), turnId, text: fc.string(), now: fc.nat() }),
      fc.record({ kind: fc.constant('turn-retried' as const), turnId }),
      fc.record({ kind: fc.constant('turn-refused' as const), turnId, fault: fc.constant(fault) }),
      fc.record({ kind: fc.constant('hold-pressed' as const), on: fc.boolean(), now: fc.nat() }),
      fc.nat(20).map((seq): SessionAction => ({ kind: 'view-read', view: viewFixture({ seq }), now: seq })),
    )
    fc.assert(
      fc.property(fc.array(actions), (all) => {
        const model = play(...all)
        const turnIds = model.live.map((turn) => turn.turnId)
        expect(new Set(turnIds).size).toBe(turnIds.length)
        const seqs = model.events.map(({ seq }) => seq)
        expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
      }),
    )
  })
})
