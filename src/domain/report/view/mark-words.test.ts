import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markWords } from './mark-words.ts'

test('cuts the text where a quote begins and ends', () => {
  expect(markWords('So the key is fresh. Right?', [{ quote: 'the key is fresh.', polarity: 'for' }])).toEqual(
    [
      { text: 'So ', mark: null },
      { text: 'the key is fresh.', mark: 'for' },
      { text: ' Right?', mark: null },
    ],
  )
})

test('lets what held a score down win where quotes overlap', () => {
  const quotes = [
    { quote: 'call it twice', polarity: 'for' as const },
    { quote: 'twice and check', polarity: 'against' as const },
  ]
  expect(markWords('I call it twice and check.', quotes)).toEqual([
    { text: 'I ', mark: null },
    { text: 'call it ', mark: 'for' },
    { text: 'twice and check', mark: 'against' },
    { text: '.', mark: null },
  ])
})

test('leaves a text without quotes of it whole', () => {
  expect(markWords('Nothing here.', [{ quote: 'elsewhere', polarity: 'for' }])).toEqual([
    { text: 'Nothing here.', mark: null },
  ])
  expect(markWords('', [])).toEqual([])
})

test('never loses or adds a character', () => {
  const polarity = fc.constantFrom('for' as const, 'against' as const)
  const quote = fc.record({ from: fc.nat(30), length: fc.integer({ min: 1, max: 30 }), polarity })
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(quote, { maxLength: 5 }), (text, places) => {
      const quotes = places
        .map(({ from, length, polarity: side }) => ({
          quote: text.slice(from, from + length),
          polarity: side,
        }))
        .filter((each) => each.quote !== '')
      expect(
        markWords(text, quotes)
          .map((words) => words.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
