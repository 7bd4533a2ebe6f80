import { expect, test } from 'vitest'
import { speaksOfWork } from './speaks-of-work.ts'

test.each([
  'We built a booking site for gyms.',
  'Sixty experiments at a time',
  '400 engineers',
  'My team ran the scheduler',
])('%s tells of work', (text) => {
  expect(speaksOfWork(text)).toBe(true)
})

test.each([
  'I love hiking and I also think remote work is great.',
  'You are a wonderful interviewer.',
  'no idea',
])('%s does not', (text) => {
  expect(speaksOfWork(text)).toBe(false)
})
