import { expect, test } from 'vitest'
import { nearWord } from './near-word.ts'

test.each([
  ['address', 'adress'],
  ['repons', 'respons'],
  ['reus', 'reusabl'],
  ['repeat', 'repetit'],
])('takes "%s" and "%s" for one word', (a, b) => {
  expect(nearWord(a, b)).toBeGreaterThan(0.6)
  expect(nearWord(a, b)).toBeLessThan(1)
  expect(nearWord(b, a)).toBe(nearWord(a, b))
})

test.each([
  ['confirm', 'unconfirm'],
  ['increas', 'decreas'],
  ['connect', 'connectionless'],
  ['row', 'rows'],
  ['queue', 'quick'],
])('keeps "%s" and "%s" apart', (a, b) => {
  expect(nearWord(a, b)).toBe(0)
})

test('knows a word again', () => {
  expect(nearWord('sql', 'sql')).toBe(1)
})
