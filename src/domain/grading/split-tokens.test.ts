import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitTokens } from './split-tokens.ts'

const stems = (text: string) => splitTokens(text).map(({ stem }) => stem)

test('reads code and speech as the same words', () => {
  expect(stems('event.shopId')).toEqual(stems('event shop ID'))
  expect(stems('Two hundred lines')).toEqual(stems('200 lines'))
  expect(stems('isn’t')).toEqual(stems("isn't"))
  expect(stems('redelivers')).toEqual(stems('redelivered'))
})

test('marks where clauses and sentences end', () => {
  expect(splitTokens('First, we wait. Then stop').map(({ breaks }) => breaks)).toEqual([
    'none',
    'clause',
    'none',
    'sentence',
    'none',
  ])
})

test('points every token at its own place in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let end = 0
      for (const { from, to } of splitTokens(text)) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        end = to
      }
    }),
  )
})
