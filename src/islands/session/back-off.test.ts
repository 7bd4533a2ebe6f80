import { expect, test } from 'vitest'
import { backOff } from './back-off.ts'

test('backOff doubles from 0.4 s and stays at 8 s', () => {
  expect([1, 2, 3, 6, 2_000].map(backOff)).toEqual([400, 800, 1_600, 8_000, 8_000])
})
