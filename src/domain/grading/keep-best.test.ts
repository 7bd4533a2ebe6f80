import { expect, test } from 'vitest'
import type { Match } from './finder.ts'
import { keepBest } from './keep-best.ts'

const match = (pointId: string, degree: Match['degree'], from: number): Match => {
  return { pointId, degree, from, to: from + 1, strength: 0.5 }
}

test('keeps one match a point: the first in full, else the first', () => {
  const matches = [
    match('a', 'partly', 1),
    match('b', 'full', 2),
    match('a', 'full', 3),
    match('a', 'full', 4),
    match('b', 'full', 5),
    match('c', 'partly', 6),
    match('c', 'partly', 7),
  ]
  expect(keepBest(matches)).toEqual([match('a', 'full', 3), match('b', 'full', 2), match('c', 'partly', 6)])
})
