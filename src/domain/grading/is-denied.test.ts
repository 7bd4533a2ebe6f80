import { expect, test } from 'vitest'
import { isDenied } from './is-denied.ts'

const race = {
  text: 'Two deliveries of one order can both be paid',
  wordings: [
    "It's a check-then-act race.",
    "The append isn't idempotent.",
    'I would take a lock on the row.',
  ],
}

test.each([
  ["The append isn't idempotent, so two of them pay twice.", false],
  ['The append is idempotent here, as far as I can see.', true],
  ["We don't need to take a lock on the row.", true],
  ['I would take a lock on the row before reading it.', false],
  ["That check-then-act race is fine, it can't happen.", true],
  ['Something about the weather in the office.', false],
])('%s is denied: %s', (text, denied) => {
  expect(isDenied(text, { from: 0, to: text.length }, race)).toBe(denied)
})

test('hears a dismissal that comes right after the quote', () => {
  const quote = "It's a check-then-act race between the two"
  expect(isDenied(`${quote}. But that's not a problem.`, { from: 0, to: quote.length }, race)).toBe(true)
  expect(isDenied(`${quote}. And that is how money is lost.`, { from: 0, to: quote.length }, race)).toBe(
    false,
  )
})

test('denies nothing of a point that is itself that something is fine', () => {
  const fine = { text: 'The index covers it', wordings: ['That query is fine, the index covers it.'] }
  const text = 'This query looks fine to me, the index covers it.'
  expect(isDenied(text, { from: 0, to: text.length }, fine)).toBe(false)
})
