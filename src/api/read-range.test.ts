import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRange } from './read-range.ts'

describe('readRange', () => {
  test.each([
    ['bytes=0-', { from: 0, to: 100 }],
    ['bytes=0-0', { from: 0, to: 1 }],
    ['bytes=40-49', { from: 40, to: 50 }],
    ['bytes=90-200', { from: 90, to: 100 }],
    ['bytes=-10', { from: 90, to: 100 }],
    ['bytes=-200', { from: 0, to: 100 }],
    ['bytes=100-', 'beyond'],
    ['bytes=400-500', 'beyond'],
    ['bytes=-0', 'beyond'],
  ])('reads %s', (header, range) => {
    expect(readRange(header, 100)).toEqual(range)
  })

  test.each([
    undefined,
    '',
    'bytes=',
    'bytes=-',
    'bytes=9-3',
    'bytes=1-2,5-6',
    'bytes=a-b',
    'lines=1-2',
    'bytes=1.5-2',
    'bytes=--2',
  ])('takes %j for a wish for all of it', (header) => {
    expect(readRange(header, 100)).toBeUndefined()
  })

  test('whatever is asked for, a range lies within the size and is not empty', () => {
    const number = fc.oneof(fc.constant(''), fc.maxSafeNat().map(String), fc.constant('9'.repeat(400)))
    fc.assert(
      fc.property(number, number, fc.nat(1_000_000), (first, last, size) => {
        const range = readRange(`bytes=${first}-${last}`, size)
        if (range === undefined || range === 'beyond') return
        expect(0 <= range.from && range.from < range.to && range.to <= size).toBe(true)
      }),
    )
  })
})
