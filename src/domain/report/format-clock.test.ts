import { expect, test } from 'vitest'
import { formatClock } from './format-clock.ts'

test.each([
  [0, '00:00'],
  [65_999, '01:05'],
  [3_600_000, '60:00'],
  [-5, '00:00'],
])('writes %d ms as %s', (ms, clock) => {
  expect(formatClock(ms)).toBe(clock)
})
