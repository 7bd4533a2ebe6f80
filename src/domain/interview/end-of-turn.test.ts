import { describe, expect, test } from 'vitest'
import { endOfTurn } from './end-of-turn.ts'

describe('the silence that ends an answer', () => {
  test('is longest while code is thought about and shortest at the end', () => {
    const finished = 'I would lock the row.'
    const waits = (['D', 'A', 'C', 'B'] as const).map((section) => endOfTurn(section, finished))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(new Set(waits).size).toBe(4)
  })

  test.each([
    'so then',
    'We lock the row and',
    'It depends on the',
    'I think, um',
    'First,',
    'let me think.',
    'Because.',
  ])('is doubled after "%s"', (heard) => {
    expect(endOfTurn('B', heard)).toBe(2 * endOfTurn('B', 'We lock the row.'))
  })

  test.each([
    'Could you repeat that?',
    'Skip.',
    'give me a hint',
    'Read lines 14 to 20.',
    'How much time is left?',
  ])('is short after "%s"', (heard) => {
    expect(endOfTurn('B', heard)).toBeLessThan(endOfTurn('D', 'We lock the row.'))
  })
})
