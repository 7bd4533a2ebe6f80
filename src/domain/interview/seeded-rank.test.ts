import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRank } from './seeded-rank.ts'

test('is in [0, 1) and depends on nothing but seed and id', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), fc.string(), (seed, id) => {
      const rank = seededRank(seed, id)
      expect(rank).toBeGreaterThanOrEqual(0)
      expect(rank).toBeLessThan(1)
      expect(seededRank(seed, id)).toBe(rank)
    }),
  )
})

test('neighbouring seeds put four ids in many different orders', () => {
  const ids = ['order-webhook', 'session-guard', 'activity-feed', 'model-router']
  const orders = Array.from({ length: 200 }, (_, seed) =>
    ids.toSorted((a, b) => seededRank(seed, a) - seededRank(seed, b)).join(),
  )
  expect(new Set(orders).size).toBe(24)
})
