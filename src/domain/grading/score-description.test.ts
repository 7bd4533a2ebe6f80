import { expect, test } from 'vitest'
import { compilePoints } from './compile-points.ts'
import { createLexicon } from './create-lexicon.ts'
import { hear, readSpeech } from './read-speech.ts'
import { scoreDescription } from './score-description.ts'

const lexicon = createLexicon([['the cache is slow']], [{ id: 'copy', forms: ['copy', 'duplicate'] }])

function score(text: string, description: string, asked: string[] = []): number {
  const [point] = compilePoints(lexicon, [{ id: 'p', text: description, wordings: [], misheard: [] }])
  const [wording] = point?.wordings ?? []
  return wording ? scoreDescription(hear(readSpeech(lexicon, text)), wording, new Set(asked)) : 0
}

test('pays the word itself above another word for it above nothing', () => {
  const description = 'a copy of the schema'
  const itself = score('there is a copy somewhere', description)
  const other = score('there is a duplicate somewhere', description)
  expect(itself).toBeGreaterThan(other)
  expect(other).toBeGreaterThan(score('there is a cache somewhere', description))
})

test('pays less for a word that is negated on one side only', () => {
  expect(score('it was not locked', 'the ledger is locked')).toBeLessThan(
    score('it was locked', 'the ledger is locked'),
  )
  expect(score('it was not locked', 'the ledger is not locked')).toBeCloseTo(
    score('it was locked', 'the ledger is locked'),
  )
})

test('pays little for a word of the question, and counts no word twice', () => {
  const description = 'the ledger is locked, so the ledger waits'
  expect(score('the ledger', description, ['ledger'])).toBeLessThan(score('the ledger', description) / 2)
  expect(score('the ledger and the ledger', description)).toBe(score('the ledger', description))
})

test('is 0 for nothing and 1 for all of it', () => {
  expect(score('', 'the ledger is locked')).toBe(0)
  expect(score('the ledger is locked', 'the ledger is locked')).toBeCloseTo(1)
  expect(score('anything', 'it is what it is')).toBe(0)
})
