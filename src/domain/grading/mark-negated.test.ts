import { expect, test } from 'vitest'
import {
  isConclusion,
  isDismissal,
  isDismissalOfBefore,
  isDismissedByBefore,
  markNegated,
} from './mark-negated.ts'
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
  "two deliveries can't both get past that find",
  'they can never overlap',
  "there's no way that two of them meet",
])('a denial reaches over all of its clause in "%s"', (text) => {
  expect(negated(text)).toEqual(splitTokens(text).map(({ word }) => word))
})

test.each([
  "that's not a problem",
  'this is fine',
  "it's perfectly correct",
  "I wouldn't worry about the length check",
  'there is no race here',
  'the shop in the body is safe because it is signed',
  "that can't happen",
  'I like how they both get past the find',
  "it's good that there is one call per line",
  'nothing wrong with one call per line',
])('hears a dismissal in "%s"', (text) => {
  expect(isDismissal(splitTokens(text))).toBe(true)
})

test.each([
  'the platform is told that everything is fine',
  'is it safe to run twice',
  "that's the biggest problem",
  "I don't like how they both get past the find",
  'nothing checks that they are the same',
])('hears none in "%s"', (text) => {
  expect(isDismissal(splitTokens(text))).toBe(false)
})

test('knows which dismissal means the clause before', () => {
  expect(isDismissalOfBefore(splitTokens("but that's not a problem"))).toBe(true)
  expect(isDismissalOfBefore(splitTokens("there's no risk in the append"))).toBe(false)
})

test('knows which conclusion means all of its sentence', () => {
  expect(isConclusion(splitTokens("it's idempotent, so that's fine"))).toBe(true)
  expect(isConclusion(splitTokens("so it's fine to run it twice"))).toBe(false)
})

test('knows whether praise goes on in the next clause', () => {
  const praise = splitTokens('nothing wrong with the await inside the loop')
  expect(isDismissedByBefore(splitTokens('one call per line'), praise)).toBe(true)
  expect(isDismissedByBefore(splitTokens('but one call per line is slow'), praise)).toBe(false)
  expect(isDismissedByBefore(splitTokens('one call per line'), splitTokens('there is an await'))).toBe(false)
})
