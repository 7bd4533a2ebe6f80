import { expect, test } from 'vitest'
import type { Entry } from '../interview/state.ts'
import { isUnsure, toEvidence } from './to-evidence.ts'

const entry: Entry = {
  turnId: 't1',
  seq: 1,
  speaker: 'candidate',
  text: 'First this. Then that.',
  startMs: 10_000,
  endMs: 32_000,
  section: 'B',
  unsure: [[0, 5]],
}
const about = { point: 'A point', polarity: 'for' as const }

test('quotes the trimmed words and narrows the times to them', () => {
  expect(toEvidence(entry, { from: 11, to: 22 }, about)).toEqual({
    ...about,
    turnId: 't1',
    quote: 'Then that.',
    startMs: 21_000,
    endMs: 32_000,
  })
})

test('gives nothing where there is nothing to quote', () => {
  expect(toEvidence(entry, { from: 11, to: 12 }, about)).toBeUndefined()
})

test('knows a range that touches unsure words', () => {
  expect(isUnsure(entry, { from: 4, to: 9 })).toBe(true)
  expect(isUnsure(entry, { from: 5, to: 9 })).toBe(false)
})
