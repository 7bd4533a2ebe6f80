import { expect, test } from 'vitest'
import { speaksOfWork } from './speaks-of-work.ts'

test.each([
  'We built a booking site for gyms.',
  'Sixty experiments at a time',
  '400 engineers',
  'My team ran the scheduler',
  'On a good day, and there were not many of those in the first year, it took six thousand requests.',
])('%s tells of work', (text) => {
  expect(speaksOfWork(text)).toBe(true)
})

test.each([
  'I love hiking and I also think remote work is great.',
  'You are a wonderful interviewer.',
  'no idea',
  'I used to play the trumpet in a brass band.',
  'The train was late. I stood there for forty minutes next to somebody with a cello, and we talked.',
])('%s does not', (text) => {
  expect(speaksOfWork(text)).toBe(false)
})
