import { expect, test } from 'vitest'
import { chooseWording } from './choose-wording.ts'

test('a wording depends on the seed and the occasion only, and all of them come up', () => {
  const wordings = ['one', 'two', 'three']
  const chosen = Array.from({ length: 40 }, (_, turn) => chooseWording(wordings, 7, `turn ${turn}`))
  expect(chosen).toEqual(Array.from({ length: 40 }, (_, turn) => chooseWording(wordings, 7, `turn ${turn}`)))
  expect(new Set(chosen)).toEqual(new Set(wordings))
})
