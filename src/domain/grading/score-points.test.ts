import { expect, test } from 'vitest'
import { bandOf, creditOf, sharePoints } from './score-points.ts'

test.each([
  [0, 1],
  [0.299, 1],
  [0.3, 2],
  [0.599, 2],
  [0.6, 3],
  [0.849, 3],
  [0.85, 4],
  [1, 4],
])('puts a share of %d into band %d', (share, band) => {
  expect(bandOf(share)).toBe(band)
})

test('halves what is partly heard, and what was hinted', () => {
  expect(creditOf({ degree: 'full', hintTier: 0 })).toBe(1)
  expect(creditOf({ degree: 'partly', hintTier: 0 })).toBe(0.5)
  expect(creditOf({ degree: 'full', hintTier: 1 })).toBe(0.5)
  expect(creditOf({ degree: 'partly', hintTier: 3 })).toBe(0.25)
  expect(creditOf(undefined)).toBe(0)
})

test('takes the share of a point where the finder says one', () => {
  expect(creditOf({ degree: 'partly', hintTier: 0, share: 0.7 })).toBe(0.7)
  expect(creditOf({ degree: 'full', hintTier: 2, share: 0.8 })).toBe(0.4)
})

test('weighs points, and takes false alarms away without going below nothing', () => {
  const heard = { degree: 'full', hintTier: 0 } as const
  const points = [{ weight: 3, heard }, { weight: 1 }]
  expect(sharePoints(points)).toBe(0.75)
  expect(sharePoints(points, 1)).toBe(0.5)
  expect(sharePoints(points, 9)).toBe(0)
  expect(sharePoints([])).toBe(0)
})
