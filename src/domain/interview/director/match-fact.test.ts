import { expect, test } from 'vitest'
import { matchFact } from './match-fact.ts'

const facts = [
  {
    id: 'delivery',
    patterns: ['at least once', 'how often', 'redeliver', 'same event ID'],
    answer: 'At least once.',
  },
  {
    id: 'size',
    patterns: ['how many lines', 'orders per second', 'traffic'],
    answer: 'Three or four lines.',
  },
]

test.each([
  ['Do they redeliver an event?', 'delivery'],
  ['Is a redelivery sent with the same event ID?', 'delivery'],
  ['What is the traffic like?', 'size'],
  ['How many orders per second?', 'size'],
  ['Which programming language is the client?', undefined],
])('%s', (question, id) => {
  expect(matchFact(question, facts)?.id).toBe(id)
})

test('a pattern of common words alone is found behind other words', () => {
  const own = [{ id: 'stock', patterns: ['what do we have'], answer: 'Four servers.' }]
  expect(matchFact('To clarify, what do we have?', own)?.id).toBe('stock')
  expect(matchFact('To clarify, how is it priced?', own)).toBeUndefined()
})

test('of two patterns with the same stems the one is meant whose form was said', () => {
  const own = [
    { id: 'owners', patterns: ['teams'], answer: 'Mostly single people.' },
    { id: 'people', patterns: ['team'], answer: 'Three of us.' },
  ]
  expect(matchFact('And the team?', own)?.id).toBe('people')
  expect(matchFact('And teams?', own)?.id).toBe('owners')
})

test('the same question always gets the same fact', () => {
  const answers = Array.from({ length: 5 }, () => matchFact('how often do they redeliver?', facts)?.id)
  expect(new Set(answers)).toEqual(new Set(['delivery']))
})
