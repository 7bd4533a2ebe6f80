import { expect, test } from 'vitest'
import { formatDate } from './format-date.ts'

test('words a moment in UTC wherever the server stands', () => {
  expect(formatDate('2026-11-19T23:59:00.000Z')).toBe('19 November 2026, 23:59 UTC')
  expect(formatDate('2026-01-02T00:05:00+02:00')).toBe('1 January 2026, 22:05 UTC')
})

test('refuses what is no date', () => {
  expect(() => formatDate('yesterday')).toThrow(RangeError)
})
