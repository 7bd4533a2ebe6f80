import { expect, test } from 'vitest'
import type { Bank } from '../catalog/bank.ts'
import { exampleGraded, examplePoint } from '../report/grade-fixture.ts'
import { dimensionSpread, overallSpread } from './spread.ts'

/** Nothing in these questions is about code. */
const noCode = { snippets: [] } as unknown as Bank
const points = (...ids: string[]) => ids.map((id) => examplePoint(id))
const sure = exampleGraded('one', points('a'), { a: {} })
const halves = [
  exampleGraded('two', points('b', 'c'), { b: {} }),
  exampleGraded('three', points('d', 'e'), { d: {} }),
]

test('is the steps a score moves at most when one question is left out', () => {
  // 3 of 5 points are a 3; without the first question 2 of 4 are a 2.
  expect(dimensionSpread('operationalization', [sure, ...halves], noCode)).toEqual({ spread: 1 })
  expect(overallSpread([sure, ...halves], noCode)).toEqual({ spread: 1 })
})

test('is nothing where every question says the same', () => {
  const same = ['one', 'two', 'three'].map((title) => exampleGraded(title, points('a'), { a: {} }))
  expect(dimensionSpread('operationalization', same, noCode)).toEqual({ spread: 0 })
})

test('is not known where a score rests on one question, or there is none', () => {
  const silent = exampleGraded('two', points('b'))
  expect(dimensionSpread('operationalization', [sure, silent], noCode)).toEqual({})
  expect(dimensionSpread('operationalization', [sure], noCode)).toEqual({})
  expect(dimensionSpread('product', [sure, ...halves], noCode)).toEqual({})
  expect(overallSpread([silent], noCode)).toEqual({})
})
