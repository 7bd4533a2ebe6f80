import { expect, test } from 'vitest'
import { readConfirmation } from './read-confirmation.ts'

const read = (text: string) => readConfirmation(text, 'idempotent')

test.each([
  'Yes',
  'yeah, I did',
  'Um, yes.',
  'Yep, idempotent, so a second call does nothing',
  'Right.',
  'Correct',
  'Exactly that',
  "That's right",
  'That is what I said',
  'Sure',
  'Mm-hmm',
  'Idempotent',
  'I said idempotent.',
  'it was I dame potent',
  'I meant idempotent',
])('"%s" says that it was said', (text) => {
  expect(read(text)).toBe('said')
})

test.each([
  'No',
  'nope, important',
  'Oh no, I said important.',
  "I didn't",
  'Not really',
  'Not quite, the key is what matters',
  "That's not it",
  'That is wrong',
])('"%s" says that it was not', (text) => {
  expect(read(text)).toBe('not-said')
})

test.each([
  '',
  'Um',
  'I would put a unique key on it',
  'Nothing checks the shop',
  'Notice that the handler runs twice',
  'Could you repeat that?',
  'Rights are checked somewhere else',
  'I know the important part is the key',
])('"%s" says neither', (text) => {
  expect(read(text)).toBe('else')
})
