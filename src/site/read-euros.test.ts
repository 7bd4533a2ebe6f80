import { expect, test } from 'vitest'
import { readEuros } from './read-euros.ts'

test.each([
  ['120', 12_000],
  ['49.90', 4_990],
  ['49,9', 4_990],
  [' € 0.05 ', 5],
  ['-3', null],
  ['1e3', null],
  ['1.234', null],
  ['', null],
])('%j is %j cents', (typed, cents) => {
  expect(readEuros(typed)).toBe(cents)
})
