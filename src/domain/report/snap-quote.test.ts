import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snapQuote } from './snap-quote.ts'

const said = [
  "Right. I'd add a cursor with the id in it and accept the old one too for a while,",
  'because version 3.5 of the client is out. What breaks first?',
].join(' ')

test.each([
  [
    'accept the old one too for a',
    "I'd add a cursor with the id in it and accept the old one too for a while",
  ],
  ['because version 3.5 of the', 'because version 3.5 of the client is out.'],
  ['What breaks', 'What breaks first?'],
  ['Right', 'Right.'],
  ['Right.', 'Right.'],
  ['not in the text', 'not in the text'],
])('grows %j to its clauses', (quote, snapped) => {
  expect(snapQuote(said, quote)).toBe(snapped)
})

test('stays as it was on a side without an edge in reach', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`)
  const quote = words.slice(28, 32).join(' ')
  expect(snapQuote(words.join(' '), quote)).toBe(quote)
})

test('is a verbatim part of the text that holds the quote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), fc.nat(60), (text, from, length) => {
      const quote = text.slice(from, from + length).trim()
      const snapped = snapQuote(text, quote)
      expect(text).toContain(snapped)
      expect(snapped).toContain(quote)
    }),
  )
})
