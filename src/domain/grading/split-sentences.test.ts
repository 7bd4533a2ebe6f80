import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'

test('ends a sentence at a full stop and not inside a name or number', () => {
  const text = 'We use event.shopId at 99.9 percent. Is that right? Yes'
  expect(splitSentences(text).map((sentence) => sentence.text)).toEqual([
    'We use event.shopId at 99.9 percent.',
    'Is that right?',
    'Yes',
  ])
})

test('cuts speech without punctuation into bounded parts', () => {
  const parts = splitSentences('and then we wait '.repeat(100))
  expect(parts.length).toBeGreaterThan(5)
  for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(280)
})

test('gives verbatim parts of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      for (const sentence of splitSentences(text)) {
        expect(text.slice(sentence.from, sentence.to)).toBe(sentence.text)
        expect(sentence.text.trim()).not.toBe('')
      }
    }),
  )
})
