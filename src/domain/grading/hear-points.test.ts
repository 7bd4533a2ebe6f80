import { expect, test } from 'vitest'
import { createFinder } from './create-finder.ts'
import { exampleConcepts, exampleCorpus, examplePoints } from './fixtures.ts'
import type { HeardTerm } from '../speech/heard-term.ts'
import { findInSaid } from './find-in-said.ts'
import { matchTurn } from './hear-points.ts'

const finder = createFinder({ corpus: exampleCorpus, topics: [], concepts: exampleConcepts })
const heard = (text: string, unsure: [number, number][], terms: HeardTerm[] = []) => {
  const entry = {
    turnId: 't1',
    seq: 1,
    speaker: 'candidate' as const,
    text,
    startMs: 0,
    endMs: 1,
    section: 'B' as const,
    unsure,
    terms,
  }
  const turn = { entry, asked: '', askedFor: new Set<string>(), relevance: 1 }
  return [...new Set(matchTurn(finder, turn, examplePoints).map(({ pointId }) => pointId))]
}

test('reads a turn without its unsure words too', () => {
  const text = "I wouldn't fetch all the products in one call"
  expect(heard(text, [])).toEqual([])
  expect(heard(text, [[2, 10]])).toEqual(['batch'])
  expect(heard("I'd fetch all the products in one call", [[4, 30]])).toEqual(['batch'])
})

test('bears ranges that lie outside the text or run backwards', () => {
  const text = "It's a check-then-act race."
  const ranges: [number, number][] = [
    [900, 950],
    [20, 3],
    [5, 9_000],
  ]
  expect(heard(text, ranges)).toEqual(['race'])
})

test('reads a turn with the terms put in that are taken as said, and with no others', () => {
  const text = "The append isn't I dame potent"
  const term = { from: 17, to: 30, term: 'idempotent' }
  expect(heard(text, [])).toEqual([])
  expect(heard(text, [], [{ ...term, sure: true }])).toEqual(['race'])
  expect(heard(text, [[17, 30]], [{ ...term, sure: true }])).toEqual(['race'])
  expect(heard(text, [[17, 30]], [{ ...term, sure: false }])).toEqual([])
})

test('places a match in the text as it was heard', () => {
  const text = 'Of cause. The append is not I dame potent at all, I think.'
  const terms = [
    { from: 0, to: 8, term: 'of course', sure: true },
    { from: 28, to: 41, term: 'idempotent', sure: true },
  ]
  const input = { asked: '', points: examplePoints }
  const [match] = findInSaid(finder, { text, unsure: [], terms }, input)
  expect(text.slice(match?.from, match?.to)).toBe('The append is not I dame potent at all')
})

test('keeps what was heard as it stands, whatever was put in', () => {
  const text = "It's a check-then-act race."
  expect(heard(text, [], [{ from: 7, to: 26, term: 'cheque', sure: true }])).toEqual(['race'])
})
