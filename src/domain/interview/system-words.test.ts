import { expect, test } from 'vitest'
import { initialState } from './initial-state.ts'
import type { Entry } from './state.ts'
import { systemWords } from './system-words.ts'

function wordsFor(text: string): string {
  const entry: Entry = {
    turnId: 't1',
    seq: 1,
    speaker: 'candidate',
    text,
    startMs: 0,
    endMs: 0,
    section: 'A',
    unsure: [],
  }
  return systemWords({ ...initialState(), transcript: [entry] })
}

test.each([
  ['I owned the deploy platform for four hundred engineers.', 'the deploy platform'],
  ['Order sync service at my last company. Two million a day.', 'the order sync service'],
  ['We had it in the platform team, I owned the ingestion pipeline.', 'the ingestion pipeline'],
  ['It had an API and a Postgres database, we called it the GraphQL gateway.', 'the GraphQL gateway'],
  ['I built a service and it grew.', 'a system of your own'],
  ['The app was for dog walkers.', 'a system of your own'],
  ['no idea', 'a system of your own'],
])('%s', (text, words) => {
  expect(wordsFor(text)).toBe(words)
})
