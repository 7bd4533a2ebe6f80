import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveLines, nameLines, placeIn, rangeOf, shortLines, tapLine } from './line-selection.ts'

describe('moveLines', () => {
  const at = (line: number) => ({ anchor: line, cursor: line })

  test('moves the cursor and takes the anchor along', () => {
    expect(moveLines(at(4), 'ArrowDown', false, 9)).toEqual(at(5))
    expect(moveLines({ anchor: 2, cursor: 4 }, 'ArrowUp', false, 9)).toEqual(at(3))
  })

  test('leaves the anchor with Shift', () => {
    expect(moveLines(at(4), 'ArrowDown', true, 9)).toEqual({ anchor: 4, cursor: 5 })
    expect(moveLines({ anchor: 4, cursor: 5 }, 'Home', true, 9)).toEqual({ anchor: 4, cursor: 1 })
  })

  test('starts at the first line', () => {
    expect(moveLines(at(0), 'ArrowDown', false, 9)).toEqual(at(1))
  })

  test('leaves other keys alone', () => {
    expect(moveLines(at(4), 'a', false, 9)).toBeNull()
  })

  test('never leaves the code, whatever the keys', () => {
    const keys = fc.array(
      fc.tuple(
        fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'x'),
        fc.boolean(),
      ),
    )
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 200 }), (presses, count) => {
        let selection = at(1)
        for (const [key, shift] of presses) selection = moveLines(selection, key, shift, count) ?? selection
        const { from, to } = rangeOf(selection)
        expect(from).toBeGreaterThanOrEqual(1)
        expect(to).toBeLessThanOrEqual(count)
        expect(from).toBeLessThanOrEqual(to)
      }),
    )
  })
})

describe('tapLine', () => {
  test('picks a line, reaches from it, then starts anew', () => {
    const first = tapLine(null, 44)
    expect(rangeOf(first)).toEqual({ from: 44, to: 44 })
    const second = tapLine(first, 41)
    expect(rangeOf(second)).toEqual({ from: 41, to: 44 })
    expect(rangeOf(tapLine(second, 60))).toEqual({ from: 60, to: 60 })
  })
})

describe('placeIn', () => {
  test('tells the ends of a range from its inside', () => {
    const range = { from: 3, to: 5 }
    expect([2, 3, 4, 5, 6].map((line) => placeIn(range, line))).toEqual(['', 'first', 'in', 'last', ''])
    expect(placeIn({ from: 3, to: 3 }, 3)).toBe('first last')
    expect(placeIn(null, 3)).toBe('')
  })
})

describe('names of lines', () => {
  test('say one line and several differently', () => {
    expect(nameLines({ from: 4, to: 4 })).toBe('Line 4')
    expect(nameLines({ from: 41, to: 47 })).toBe('Lines 41 to 47')
    expect(shortLines({ from: 4, to: 4 })).toBe('L4')
    expect(shortLines({ from: 41, to: 47 })).toBe('L41–47')
  })
})
