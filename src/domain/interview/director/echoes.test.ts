import { expect, test } from 'vitest'
import { echoes } from './echoes.ts'

const asked = 'How would you show in a test that this holds?'

test('the question said back is an echo, in any case and punctuation', () => {
  expect(echoes('how would you show, in a test, that this holds', asked)).toBe(true)
})

test('a short turn and an answer are no echo', () => {
  expect(echoes('in a test', asked)).toBe(false)
  expect(echoes('I would show it with two deliveries at once in a test', asked)).toBe(false)
})
