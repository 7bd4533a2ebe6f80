import { expect, test } from 'vitest'
import { formatLines } from './format-lines.ts'

test('writes a range with its ends, and one line once', () => {
  expect(formatLines([41, 47])).toBe('L41–47')
  expect(formatLines([45, 45])).toBe('L45')
})
