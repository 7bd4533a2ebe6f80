import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitUnsure } from './split-unsure.ts'

const marked = (text: string, ranges: [number, number][]) =>
  splitUnsure(text, ranges).map((stretch) => (stretch.unsure ? `[${stretch.text}]` : stretch.text))

test('sets apart what may have been misheard', () => {
  expect(marked('it is I dame potent, I think', [[6, 19]])).toEqual([
    'it is ',
    '[I dame potent]',
    ', I think',
  ])
  expect(
    marked('cash and cue', [
      [9, 12],
      [0, 4],
    ]),
  ).toEqual(['[cash]', ' and ', '[cue]'])
  expect(marked('all of it', [])).toEqual(['all of it'])
})

test('keeps every character once and in order, whatever the ranges', () => {
  const ranges = fc.array(fc.tuple(fc.integer({ min: -9, max: 60 }), fc.integer({ min: -9, max: 60 })))
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), ranges, (text, places) => {
      const stretches = splitUnsure(text, places)
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
      expect(stretches.map(({ from }) => from)).toEqual(
        stretches.map((_, index) =>
          stretches.slice(0, index).reduce((sum, item) => sum + item.text.length, 0),
        ),
      )
    }),
  )
})
