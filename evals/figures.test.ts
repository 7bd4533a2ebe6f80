import { expect, test } from 'vitest'
import { kappa, pearson, rmse, signedError, withinQuestions } from './figures.ts'

const pair = (question: string, human: number, ours: number) => ({ question, human, ours })
const same = [pair('a', 0, 0), pair('a', 1, 1), pair('b', 0.5, 0.5), pair('b', 0.9, 0.9)]

test('are perfect for perfect agreement', () => {
  expect(
    [pearson(same), kappa(same), withinQuestions(same)].map((value) => Number(value.toFixed(6))),
  ).toEqual([1, 1, 1])
  expect([rmse(same), signedError(same)]).toEqual([0, 0])
})

test('say which way we err', () => {
  const kind = same.map((item) => ({ ...item, ours: item.ours / 2 + 0.5 }))
  expect(signedError(kind)).toBeCloseTo(0.2)
  expect(pearson(kind)).toBeCloseTo(1)
  expect(kappa(kind)).toBeLessThan(1)
})

test('weigh a miss by the square of its distance', () => {
  const near = [...same, pair('c', 0.2, 0.4)]
  const far = [...same, pair('c', 0.2, 0.9)]
  expect(kappa(near)).toBeGreaterThan(kappa(far))
})

test('leave questions out within which people saw no difference', () => {
  expect(withinQuestions([...same, pair('c', 1, 0), pair('c', 1, 0.5)])).toBeCloseTo(1)
  expect(pearson([pair('a', 1, 0.1), pair('a', 1, 0.4)])).toBe(0)
})
