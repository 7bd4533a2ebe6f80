import { expect, test } from 'vitest'
import { isDismissal, isDismissalOfBefore, markNegated } from './mark-negated.ts'
import { splitTokens } from './split-tokens.ts'

const negated = (text: string) => {
  const tokens = splitTokens(text)
  const marks = markNegated(tokens)
  return tokens.filter((_, index) => marks[index]).map(({ word }) => word)
}

test('reaches a few words beyond a negator', () => {
  expect(negated('the append is not idempotent')).toEqual(['not', 'idempotent'])
  expect(negated('the append is idempotent')).toEqual([])
})

test('reaches to the end of what the speaker would not do', () => {
  expect(negated("so I wouldn't ever put those catalog calls into one batch")).toContain('batch')
  expect(negated('there is no need to fetch all of the products in one call')).toContain('call')
})

test.each([
  "that's not a problem",
  'this is fine',
  "it's perfectly correct",
  "I wouldn't worry about the length check",
  'there is no race here',
  'the shop in the body is safe because it is signed',
  "that can't happen",
])('hears a dismissal in "%s"', (text) => {
  expect(isDismissal(splitTokens(text))).toBe(true)
})

test.each([
  'the platform is told that everything is fine',
  'is it safe to run twice',
  "that's the biggest problem",
  'nothing checks that they are the same',
])('hears none in "%s"', (text) => {
  expect(isDismissal(splitTokens(text))).toBe(false)
})

test('knows which dismissal means the clause before', () => {
  expect(isDismissalOfBefore(splitTokens("but that's not a problem"))).toBe(true)
  expect(isDismissalOfBefore(splitTokens("there's no risk in the append"))).toBe(false)
})
