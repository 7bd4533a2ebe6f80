import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSentences } from './sentences.ts'

function cut(parts: string[]): string[] {
  const said: string[] = []
  const sentences = createSentences((text) => said.push(text))
  for (const part of parts) sentences.add(part)
  sentences.end()
  return said
}

test('a sentence is said when it is over, and dots that play for time at once', () => {
  expect(cut(['Let me see... ', 'Where are the ri', 'sks? Line 4', '.'])).toEqual([
    'Let me see... ',
    'Where are the risks? ',
    'Line 4.',
  ])
})

test('nothing is lost but white space at the end', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (parts) => {
      expect(cut(parts).join('').trimEnd()).toBe(parts.join('').trimEnd())
    }),
  )
})
