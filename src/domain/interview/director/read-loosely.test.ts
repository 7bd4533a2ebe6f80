import { expect, test } from 'vitest'
import { readLoosely } from './read-loosely.ts'

test.each([
  ["I'm afraid I don't know that.", 'dont-know'],
  ['Yeah, that’s about all.', 'done'],
  ['Mind telling me the question again?', 'repeat'],
  ['Would you explain what you need?', 'rephrase'],
  ['I could do with a tip for this, do you have a tip?', 'hint'],
  ["Let's just leave that one", 'skip'],
  ['May I extend my previous answer?', 'back'],
  ['I need a couple of minutes to read it', 'think'],
  ['Is there enough time left?', 'time-left'],
  ['So could you just tell me where the bug is?', 'ask-answer'],
  ['Would you like me to draw it?', 'about-format'],
  ['Is somebody there?', 'check-in'],
])('%s', (text, kind) => {
  expect(readLoosely(text)).toBe(kind)
})

test.each([
  'We leave that one out of the batch',
  'The logs tell me where the bug is',
  'I need the time of the last event',
  'The client asks again after a second',
  'How much time is left on the lease decides it',
  'They had no idea',
  "I don't know the exact number, but about two million requests a day, so can you tell me the answer",
])('leaves “%s” an answer', (text) => {
  expect(readLoosely(text)).toBeUndefined()
})
