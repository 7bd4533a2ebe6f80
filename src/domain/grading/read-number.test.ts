import { expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

test.each([
  ['two hundred', 200, 2],
  ['two hundred and fifty', 250, 4],
  ['sixty five', 65, 2],
  ['twenty thousand', 20_000, 2],
  ['one hundred', 100, 2],
  ['three million four hundred thousand', 3_400_000, 5],
  ['20k', 20_000, 1],
  ['10,000', 10_000, 1],
  ['99.9', 99.9, 1],
  ['five six', 5, 1],
  ['10 20', 10, 1],
  ['hundred and then', 100, 1],
])('reads %s as %d', (text, value, count) => {
  expect(readNumber(text.split(' '), 0)).toEqual({ value, count })
})

test.each(['one', 'that', 'and', '', 'constructor', 'valueOf', 'ninety-five'])(
  'finds no number in "%s"',
  (word) => {
    expect(readNumber([word], 0)).toBeUndefined()
  },
)
