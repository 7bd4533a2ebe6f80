import { expect, test } from 'vitest'
import { createFinder } from './create-finder.ts'
import { exampleConcepts, exampleCorpus, examplePoints } from './fixtures.ts'
import { matchTurn } from './hear-points.ts'

const finder = createFinder({ corpus: exampleCorpus, concepts: exampleConcepts })
const heard = (text: string, unsure: [number, number][]) => {
  const entry = {
    turnId: 't1',
    seq: 1,
    speaker: 'candidate' as const,
    text,
    startMs: 0,
    endMs: 1,
    section: 'B' as const,
    unsure,
  }
  return matchTurn(
    finder,
    { entry, asked: '', askedFor: new Set<string>(), relevance: 1 },
    examplePoints,
  ).map(({ pointId }) => pointId)
}

test('reads a turn without its unsure words too, and keeps the better hearing', () => {
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
