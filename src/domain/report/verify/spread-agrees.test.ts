import { expect, test } from 'vitest'
import { spreadAgrees } from './spread-agrees.ts'

test.each([
  ['built-in', 1, 1, true],
  ['built-in', undefined, undefined, true],
  ['built-in', 2, 1, false],
  ['model', 2, 1, true],
  ['model', 1, undefined, true],
  ['model', 1, 2, false],
  ['model', undefined, 1, false],
])('of a %s finder, said %s and made %s: %s', (finder, said, made, agrees) => {
  expect(spreadAgrees({ finder, version: '1' }, said, made)).toBe(agrees)
})
