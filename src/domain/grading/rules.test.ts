import { expect, test } from 'vitest'
import { decideVerdict } from './rules.ts'

test.each([
  [[4, 4, 4, 3, 3], 3.6, 'above'],
  [[4, 4, 4, 4, 2], 3.6, 'at'],
  [[3, 3, 3, 3, 2], 2.8, 'at'],
  [[4, 4, 4, 4, 1], 3.4, 'below'],
  [[3, 3, 2, 2, 3], 2.6, 'below'],
  [[4, 4, null, null, null], 4, 'not-enough-evidence'],
  [[4, 4, 4, null, null], 4, 'above'],
  [[null, null, null, null, null], null, 'not-enough-evidence'],
] as const)('decides %j', (scores, overall, verdict) => {
  expect(decideVerdict(scores)).toEqual({ overall, verdict })
})
