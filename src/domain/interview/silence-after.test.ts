import { expect, test } from 'vitest'
import { initialState } from './initial-state.ts'
import { silenceAfter } from './silence-after.ts'
import type { SessionState } from './state.ts'

const live: SessionState = {
  ...initialState(),
  phase: 'live',
  section: 'A',
  current: { questionId: 'owned-system', askId: 'opener', text: 'Walk me through it.' },
}

test('waits longer for somebody who types', () => {
  expect(silenceAfter(live)).toBeGreaterThan(silenceAfter({ ...live, engine: 'local' }) ?? Infinity)
})

test('waits grow with every rung', () => {
  const waits = [0, 1, 2, 3].map((silenceRung) => silenceAfter({ ...live, silenceRung }) ?? 0)
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(new Set(waits).size).toBe(4)
})

test('waits longer while code is being read', () => {
  expect(silenceAfter({ ...live, section: 'B' })).toBeGreaterThan(silenceAfter(live) ?? Infinity)
})

test('does not wait on hold, while away, or before and after the interview', () => {
  expect(silenceAfter({ ...live, onHold: true })).toBeNull()
  expect(silenceAfter({ ...live, away: true })).toBeNull()
  expect(silenceAfter({ ...live, phase: 'closed' })).toBeNull()
  expect(silenceAfter(initialState())).toBeNull()
})
