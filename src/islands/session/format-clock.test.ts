import { expect, test } from 'vitest'
import { formatClock } from './format-clock.ts'

test('formatClock drops fractions and adds hours when there are any', () => {
  expect([-5, 0, 59_999, 751_000, 3_661_000].map(formatClock)).toEqual([
    '00:00',
    '00:00',
    '00:59',
    '12:31',
    '1:01:01',
  ])
})
