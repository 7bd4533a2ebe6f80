import { expect, test } from 'vitest'
import { checkQuote } from './check-quote.ts'

test.each([
  ["It's a race", true],
  ['race', true],
  ['', false],
  [' ', false],
  ["it's a race", false],
  ["It's  a race", false],
])('checks %j letter by letter', (quote, verbatim) => {
  expect(checkQuote("I'd say. It's a race ", quote)).toBe(verbatim)
})
