import { expect, test } from 'vitest'
import type { Evidence } from '../report/report.ts'
import { applyCaps } from './caps.ts'

const quote = (turnId: string, polarity: Evidence['polarity'] = 'for'): Evidence => ({
  turnId,
  quote: 'said',
  startMs: 0,
  endMs: 1,
  point: 'A point',
  polarity,
})
const two = [quote('t1'), quote('t2')]

test('gives no score without a quote, whatever the share', () => {
  expect(applyCaps({ share: 1, evidence: [], allHinted: false }).score).toBeNull()
})

test('keeps a 4 from one turn at 3, unless one question alone is scored', () => {
  expect(applyCaps({ share: 1, evidence: two, allHinted: false }).score).toBe(4)
  expect(applyCaps({ share: 1, evidence: [quote('t1'), quote('t1')], allHinted: false }).score).toBe(3)
  expect(applyCaps({ share: 1, evidence: [quote('t1')], allHinted: false, wholeQuestion: true }).score).toBe(
    4,
  )
})

test('does not count quotes against a score towards a 4', () => {
  const evidence = [quote('t1'), quote('t2', 'against')]
  expect(applyCaps({ share: 1, evidence, allHinted: false }).score).toBe(3)
})

test('keeps what was found only after hints at 3', () => {
  expect(applyCaps({ share: 1, evidence: two, allHinted: true })).toEqual({
    score: 3,
    caps: ['everything found here came after a hint'],
  })
})

test('keeps debugging without a grave issue solved at 3', () => {
  expect(applyCaps({ share: 1, evidence: two, allHinted: false, graveIssueSolved: false }).score).toBe(3)
  expect(applyCaps({ share: 1, evidence: two, allHinted: false, graveIssueSolved: true }).score).toBe(4)
})

test('gives a 1 only with a quote against', () => {
  expect(applyCaps({ share: 0.1, evidence: two, allHinted: false }).score).toBe(2)
  expect(applyCaps({ share: 0.1, evidence: [...two, quote('t3', 'against')], allHinted: false }).score).toBe(
    1,
  )
  expect(applyCaps({ share: 0, evidence: [quote('t1', 'against')], allHinted: false }).score).toBe(1)
})
