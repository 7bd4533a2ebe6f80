import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleReport } from '../report/view/report-fixture.ts'
import type { NewEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import { placeEvents } from './place-events.ts'
import type { SessionState } from './state.ts'

const agreed = (on: boolean): NewEvent => ({ kind: 'recording-agreed', on })
const stored = (href: string, offsetMs: number): NewEvent => ({ kind: 'recording-stored', href, offsetMs })
const called = (conversationId: string): NewEvent => ({ kind: 'call-started', conversationId })
const hungUp = (conversationId: string): NewEvent => ({
  kind: 'call-ended',
  conversationId,
  outcome: 'done',
  durationMs: 60_000,
  reason: 'the line broke',
  hasAudio: true,
})
const graded: NewEvent = { kind: 'graded', report: exampleReport() }

/** Each event a second after the one before. */
function after(events: NewEvent[]): SessionState {
  return events.reduce(
    (state, event) => {
      const [placed] = placeEvents(state, [event], `e${state.seq}`, 2_000 + state.seq * 1_000)
      return placed ? fold(state, placed) : state
    },
    { ...initialState(), createdAt: 1_000 },
  )
}

describe('the recording of a session', () => {
  test('is agreed to by nobody but the candidate', () => {
    expect(after([]).recordingAgreed).toBe(false)
    expect(after([agreed(true)]).recordingAgreed).toBe(true)
    expect(after([agreed(true), agreed(false)]).recordingAgreed).toBe(false)
  })

  test('is in the report, whether it came before the grade or after it', () => {
    const before = after([agreed(true), stored('/a', 0)])
    expect(before.recordings).toEqual([{ href: '/a', offsetMs: 0 }])
    const late = after([agreed(true), graded, stored('/a', 1_500)])
    expect(late.report?.recording).toEqual({ href: '/a', offsetMs: 1_500 })
  })

  test('of which a later part comes is one recording with parts, in the order in which they began', () => {
    const state = after([
      agreed(true),
      graded,
      stored('/b', -600_000),
      stored('/a', 1_500),
      stored('/b', -599_000),
    ])
    expect(state.report?.recording).toEqual({
      href: '/a',
      offsetMs: 1_500,
      later: [{ href: '/b', offsetMs: -599_000 }],
    })
  })

  test('that is taken back is nowhere any more, report included', () => {
    const state = after([agreed(true), stored('/a', 0), graded, stored('/b', 0), agreed(false)])
    expect(state.recordings).toEqual([])
    expect(state.report).toEqual(exampleReport())
    expect('recording' in (state.report ?? {})).toBe(false)
  })
})

describe('a call', () => {
  test('may be kept only if the candidate had agreed when it began, and has not taken it back', () => {
    const kept = (events: NewEvent[]) => after(events).calls.map((call) => call.agreed)
    expect(kept([agreed(true), called('c1')])).toEqual([true])
    expect(kept([called('c1'), agreed(true)])).toEqual([false])
    expect(kept([agreed(true), called('c1'), agreed(false)])).toEqual([false])
    expect(kept([agreed(true), called('c1'), agreed(false), agreed(true), called('c2')])).toEqual([
      false,
      true,
    ])
    expect(kept([agreed(true), hungUp('c1')])).toEqual([false])
  })

  test('that is told of again keeps the moment it began', () => {
    const [call, ...others] = after([
      agreed(true),
      called('c1'),
      called('c1'),
      hungUp('c1'),
      called('c1'),
    ]).calls
    expect(others).toEqual([])
    expect(call).toEqual({
      conversationId: 'c1',
      startedAt: 2_000,
      agreed: true,
      ended: { durationMs: 60_000, hasAudio: true },
    })
  })
})

test('no order of events gives a recording or a call to keep without a standing agreement', () => {
  const events = fc.constantFrom(
    agreed(true),
    agreed(false),
    called('c1'),
    called('c2'),
    hungUp('c1'),
    graded,
    stored('/a', 0),
  )
  fc.assert(
    fc.property(fc.array(events), (all) => {
      const state = after([...all, agreed(false)])
      expect(state.calls.some((call) => call.agreed)).toBe(false)
      expect(state.recordings).toEqual([])
      expect(new Set(state.calls.map(({ conversationId }) => conversationId)).size).toBe(state.calls.length)
    }),
  )
})
