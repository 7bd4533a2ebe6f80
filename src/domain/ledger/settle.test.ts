import { describe, expect, test } from 'vitest'
import type { NewEvent, SessionEvent } from '../interview/event.ts'
import { initialState } from '../interview/initial-state.ts'
import type { SessionCredit } from './account.ts'
import { settle } from './settle.ts'
import type { Usage } from './usage.ts'
import { usageOf } from './usage-of.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const fresh: Usage = {
  calledAt: null,
  codeAt: null,
  finished: false,
  idleMs: 0,
  closed: false,
  callFailed: false,
}
const credit = (state: SessionCredit['state']): SessionCredit => ({ state, hold: 1, heldAt: 500 })
const settled = (state: SessionCredit['state'], usage: Partial<Usage> | undefined, sinceAccess = 4 * HOUR) =>
  settle(credit(state), usage && { ...fresh, ...usage }, 1_000, 1_000 + sinceAccess)
const release = (reason: string) => ({ step: 'release', reason })

describe('a credit in use', () => {
  test.each(['held', 'opened'] as const)(
    '(%s) is captured once the code was reached, come what may',
    (state) => {
      expect(settled(state, { codeAt: 500 }, 0)).toEqual({ step: 'capture' })
      expect(settled(state, { codeAt: 500, finished: true, callFailed: true })).toEqual({
        step: 'capture',
      })
    },
  )

  test.each(['held', 'opened'] as const)('(%s) comes back when the session is finished or gone', (state) => {
    expect(settled(state, { finished: true }, 0)).toEqual(release('before-code'))
    expect(settled(state, undefined, 0)).toEqual(release('deleted'))
  })

  test('comes back when it is left for a day and no call can go on', () => {
    const left = { idleMs: 24 * HOUR, calledAt: 600 }
    expect(settled('opened', left, 3 * HOUR)).toEqual(release('before-code'))
    expect(settled('opened', left, 3 * HOUR - 1)).toBe('wait')
    expect(settled('opened', { ...left, idleMs: 24 * HOUR - 1 }, 3 * HOUR)).toBe('wait')
  })

  test('that got no access in ten minutes comes back, and after three hours one that no call came of', () => {
    expect(settled('held', {}, 10 * MINUTE)).toEqual(release('no-access'))
    expect(settled('held', {}, 10 * MINUTE - 1)).toBe('wait')
    expect(settled('opened', {}, 3 * HOUR)).toEqual(release('no-call'))
    expect(settled('opened', {}, 3 * HOUR - 1)).toBe('wait')
    expect(settled('opened', { calledAt: 499 }, 3 * HOUR)).toEqual(release('no-call'))
    expect(settled('opened', { calledAt: 500 }, 23 * HOUR)).toBe('wait')
  })

  test('held anew is not captured for what an earlier one paid for', () => {
    expect(settled('held', { codeAt: 499, calledAt: 499 }, 0)).toBe('wait')
    expect(settled('opened', { codeAt: 499, calledAt: 499 }, 3 * HOUR)).toEqual(release('no-call'))
  })
})

describe('a used credit', () => {
  test('comes back when the session is over, not closed, and its last call failed', () => {
    const back = { step: 'credit-back' }
    expect(settled('captured', { callFailed: true, finished: true })).toEqual(back)
    expect(settled('captured', { callFailed: true, idleMs: 24 * HOUR })).toEqual(back)
    expect(settled('captured', { callFailed: true })).toBe('wait')
    expect(settled('captured', { callFailed: true, finished: true, closed: true })).toBe('done')
    expect(settled('captured', { finished: true })).toBe('wait')
  })

  test('is settled once the interview came to its end, is gone, or nobody has told for three days', () => {
    expect(settled('captured', { closed: true })).toBe('done')
    expect(settled('captured', undefined)).toBe('done')
    expect(settled('captured', { finished: true, idleMs: 72 * HOUR })).toBe('done')
    expect(settled('captured', { finished: true, idleMs: 72 * HOUR - 1 })).toBe('wait')
  })
})

test.each(['released', 'credited-back'] as const)('%s is the end, but for an access under way', (state) => {
  expect(settled(state, fresh, 10 * MINUTE)).toBe('done')
  expect(settled(state, fresh, 10 * MINUTE - 1)).toBe('wait')
})

describe('how a session stands', () => {
  const logOf = (...events: [NewEvent, string][]): SessionEvent[] =>
    events.map(([event, id], index) => ({ ...event, id, seq: index + 1, at: index + 1 }))
  const section = (name: 'A' | 'B' | 'C'): NewEvent => ({ kind: 'section-entered', section: name })
  const said: NewEvent = { kind: 'agent-said', text: 'x', by: 'planned', act: 'ask' }
  const ended = (outcome: 'done' | 'failed'): NewEvent => {
    return { kind: 'call-ended', conversationId: 'c', outcome, durationMs: 1, reason: '', hasAudio: false }
  }
  const usage = (...events: [NewEvent, string][]) =>
    usageOf({ ...initialState(), createdAt: 100, lastAt: 20 }, logOf(...events), 1_000)

  test('only what a call brought in section B or later is what a credit buys', () => {
    const times = (...events: [NewEvent, string][]) => {
      const { calledAt, codeAt } = usage(...events)
      return [calledAt, codeAt]
    }
    expect(times([section('A'), 'turn:open#1'], [said, 'turn:call:c:1#1'])).toEqual([102, null])
    expect(times([section('B'), 'turn:t7#1'], [said, 'turn:t8#1'])).toEqual([null, null])
    expect(times([section('B'), 'event:turn:call:c#1'])).toEqual([null, null])
    expect(times([section('B'), 'turn:call:c:2#1'])).toEqual([101, 101])
    expect(times([section('B'), 'turn:t7#1'], [said, 'turn:pickup:c#1'])).toEqual([102, 102])
    const started: NewEvent = { kind: 'started', turnId: 'open' }
    expect(times([started, 'turn:open#1'])).toEqual([null, null])
    expect(times([{ ...started, callId: 'c' }, 'turn:open#1'])).toEqual([101, null])
    expect(times([section('C'), 'turn:call:c:2#1'], [said, 'turn:call:c:3#1'], [said, 't#1'])).toEqual([
      102, 102,
    ])
  })

  test('the last call says whether it failed, the closing line whether it was closed', () => {
    expect(usage([ended('failed'), 'call-ended:c#1']).callFailed).toBe(true)
    expect(usage([ended('failed'), 'a#1'], [ended('done'), 'b#1']).callFailed).toBe(false)
    expect(usage([said, 'a#1'])).toMatchObject({ closed: false, callFailed: false })
    expect(usage([section('A'), 'a#1'], [{ ...said, act: 'close' }, 'b#1'], [said, 'c#1']).closed).toBe(true)
    expect(usage([{ ...said, act: 'close' }, 'a#1'])).toMatchObject({
      closed: true,
      finished: false,
      idleMs: 880,
    })
    expect(usageOf({ ...initialState(), phase: 'finished' }, [], 0).finished).toBe(true)
  })
})
