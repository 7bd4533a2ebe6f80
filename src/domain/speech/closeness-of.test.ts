import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closenessOf } from './closeness-of.ts'
import { editDistance } from './edit-distance.ts'
import { soundOf } from './sound-of.ts'

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 14 })

/** Levenshtein distance as it is defined. */
function slowly(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const changed = slowly(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1)
  return Math.min(changed, slowly(one.slice(1), other) + 1, slowly(one, other.slice(1)) + 1)
}

test.each([
  ['', '', 0],
  ['queue', '', 5],
  ['cash', 'cache', 2],
  ['kitten', 'sitting', 3],
])('from %s to %s it takes %i changes', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance)
})

test('the edit distance is the one that is defined', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
  fc.assert(fc.property(short, short, (one, other) => editDistance(one, other) === slowly(one, other)))
})

test.each([
  ['idempotent', 'I dame potent', 'important'],
  ['Kubernetes', "Cabernet's", 'communities'],
  ['cache invalidation', 'cash in validation', 'the implementation'],
  ['observability', 'absurd ability', 'operability test'],
  ['Redis', 'readies', 'reads'],
])('%s sounds more like "%s" than like "%s"', (term, near, far) => {
  const close = (heard: string) => closenessOf(soundOf(term), soundOf(heard), 0)
  expect(close(near)).toBeGreaterThan(0.75)
  expect(close(near)).toBeGreaterThan(close(far))
})

test('closeness is 0 to 1, the same both ways, 1 for the same letters, and never cut short of the least', () => {
  fc.assert(
    fc.property(letters, letters, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, least) => {
      const [a, b] = [soundOf(one), soundOf(other)]
      const whole = closenessOf(a, b, 0)
      expect(whole).toBeGreaterThanOrEqual(0)
      expect(whole).toBeLessThanOrEqual(1)
      expect(closenessOf(b, a, 0)).toBe(whole)
      expect(closenessOf(a, a, 0)).toBe(1)
      expect(closenessOf(a, b, least)).toBe(whole < least ? 0 : whole)
    }),
  )
})

test('blanks, marks and accents are not heard', () => {
  expect(soundOf('Back-off, né?')).toEqual(soundOf('backoffne'))
})
