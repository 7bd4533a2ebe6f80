import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordErrors } from './word-errors.ts'

test.each([
  ['a b c', 'a b c', 0],
  ['a b c', 'a c', 1],
  ['a c', 'a b c', 1],
  ['a b c', 'a x c', 1],
  ['a b', 'c d e', 3],
])('from "%s" to "%s" it takes %d', (said, heard, errors) => {
  expect(wordErrors(said.split(' '), heard.split(' '))).toBe(errors)
})

test('it is the same both ways, and no more than the longer text has', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(wordErrors(one, other)).toBe(wordErrors(other, one))
      expect(wordErrors(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length))
    }),
  )
})
