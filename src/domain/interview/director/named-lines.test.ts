import { expect, test } from 'vitest'
import { namedLines } from './named-lines.ts'

test.each([
  ['I would look at line 45 first', { from: 45, to: 45 }],
  ['lines 41 to 47 are the call', { from: 41, to: 47 }],
  ['lines 47-41, backwards', { from: 41, to: 47 }],
  ['on line sixty-five it reads the delivery', { from: 65, to: 65 }],
  ['lines forty one through forty seven', { from: 41, to: 47 }],
  ['line one hundred and six compares lengths', { from: 106, to: 106 }],
  ['line 12, and later line ninety', { from: 90, to: 90 }],
  ['the pipeline has three stages', undefined],
  ['we add a line of logging', undefined],
  ['line 0 does not exist', undefined],
])('%s', (text, lines) => {
  expect(namedLines(text)).toEqual(lines)
})
