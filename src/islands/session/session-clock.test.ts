import { describe, expect, test } from 'vitest'
import type { PublicEvent } from '../../wire/public-event.ts'
import { clockAt, nextTick, sectionStart } from './session-clock.ts'
import { stateFixture } from './view-fixture.ts'

describe('clockAt', () => {
  test('runs on from what the server said', () => {
    expect(clockAt(stateFixture(), 2_500)).toBe(62_500)
  })

  test('counts no more than a minute of quiet, as the server does', () => {
    expect(clockAt(stateFixture(), 400_000)).toBe(120_000)
  })

  test('stands still on hold, before the start and after the end', () => {
    expect(clockAt(stateFixture({ onHold: true }), 5_000)).toBe(60_000)
    expect(clockAt(stateFixture({ phase: 'ready' }), 5_000)).toBe(60_000)
    expect(clockAt(stateFixture({ phase: 'closed' }), 5_000)).toBe(60_000)
  })

  test('does not run backwards when the device’s clock is set back', () => {
    expect(clockAt(stateFixture(), -9_000)).toBe(60_000)
  })
})

describe('nextTick', () => {
  test('falls on the next whole second', () => {
    expect(nextTick(stateFixture({ clockMs: 1_700 }), 100)).toBe(200)
  })

  test('is none while the clock stands', () => {
    expect(nextTick(stateFixture({ onHold: true }), 0)).toBeNull()
    expect(nextTick(stateFixture(), 60_000)).toBeNull()
  })
})

describe('sectionStart', () => {
  const events: PublicEvent[] = [
    { seq: 1, at: 500, kind: 'started' },
    { seq: 2, at: 500, kind: 'section-entered', section: 'A' },
    { seq: 3, at: 10_500, kind: 'hold-started' },
    { seq: 4, at: 90_500, kind: 'hold-ended' },
    {
      seq: 5,
      at: 91_500,
      kind: 'candidate-said',
      turnId: 't',
      text: 'x',
      startMs: 0,
      endMs: 0,
      source: 'typed',
    },
    { seq: 6, at: 300_000, kind: 'agent-said', text: 'Now some code.' },
    { seq: 7, at: 300_000, kind: 'section-entered', section: 'B' },
  ]

  test('leaves out holds and long gaps', () => {
    expect(sectionStart(events)).toBe(10_000 + 1_000 + 60_000)
  })

  test('forgets a section that was entered for words that were replaced, and a hold that they ended', () => {
    const revised: PublicEvent = {
      seq: 8,
      at: 301_000,
      kind: 'turn-revised',
      turnId: 't',
      text: 'y',
      since: 5,
    }
    expect(sectionStart([...events, revised])).toBe(0)
    expect(sectionStart([...events, { ...revised, since: undefined }])).toBe(71_000)
    const held: PublicEvent[] = [
      { seq: 8, at: 301_000, kind: 'hold-started' },
      { ...revised, seq: 9, at: 311_000 },
      { seq: 10, at: 312_000, kind: 'section-entered', section: 'B' },
    ]
    expect(sectionStart([...events, ...held])).toBe(73_000)
  })

  test('is 0 in the first section and before it', () => {
    expect(sectionStart(events.slice(0, 2))).toBe(0)
    expect(sectionStart([])).toBe(0)
  })
})
