import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spellOut } from './spell-out.ts'

test.each([
  ['It is O(n log n), not O(n).', 'It is O of n log n, not O of n.'],
  ['p99 is 250 ms', 'p 99 is 250 milliseconds'],
  ['What does `deliveries.find` do on line 45?', 'What does deliveries dot find do on line 45?'],
  ['Up to 2.5% of shopId values', 'Up to 2 point 5 percent of shop Id values'],
  ['a === b && c', 'a equals b and c'],
  ['Let’s go on – “slowly”…', "Let's go on, slowly."],
  ['naïve café 👍', 'naive cafe'],
])('says %s as %s', (written, said) => {
  expect(spellOut(written)).toBe(said)
})

test('is plain ASCII for any text, and the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(spellOut(text)).toMatch(/^[\x20-\x7E]*$/)
    }),
  )
})
