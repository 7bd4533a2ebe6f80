import { expect, test } from 'vitest'
import { listNames, nameSome } from './name-points.ts'

test.each([
  [[], ''],
  [['One.'], '“One”'],
  [['One.', 'Two'], '“One” and “Two”'],
  [['One.', 'Two', 'Three. '], '“One”, “Two” and “Three”'],
])('lists %j by name', (texts, listed) => {
  expect(listNames(texts)).toBe(listed)
})

test('names two and counts the rest', () => {
  expect(nameSome(['One', 'Two'])).toBe('“One” and “Two”')
  expect(nameSome(['One', 'Two', 'Three', 'Four'])).toBe('“One”, “Two” and 2 more')
})
