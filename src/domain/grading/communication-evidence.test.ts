import { expect, test } from 'vitest'
import { communicationEvidence } from './communication-evidence.ts'

const traits = (text: string) => communicationEvidence(text, []).map(({ trait }) => trait)
const told =
  "My biggest worry is double credit. First, two deliveries overlap, because the record comes last. Second, it's on line sixty-five, and at forty requests a second it will happen. I'd assume the platform redelivers."

test('hears all traits in an answer that is well told', () => {
  expect(traits(told)).toEqual(['leads', 'orders', 'specific', 'reasons', 'scopes'])
})

test('takes nothing off for fillers, repetitions or grammar', () => {
  const stammered = told
    .replaceAll(', ', ', um, like, you know, I I mean, ')
    .replace('will happen', 'gonna happens')
  expect(traits(stammered)).toEqual(traits(told))
})

test('calls an answer vague only where nothing specific follows', () => {
  expect(traits('The error handling could be better. I would improve the code quality there.')).toContain(
    'vague',
  )
  expect(
    traits(
      'The error handling could be better. On line 71 the catch records a failed attempt after 5 seconds.',
    ),
  ).not.toContain('vague')
})

test('takes one "first" for no order', () => {
  expect(
    traits('First of all I would look at the deliveries and at nothing else for the moment.'),
  ).not.toContain('orders')
})

test('takes a story in its order for no announcement of one', () => {
  const story =
    'Before that we had one queue for all. The next deploy took it down, and the last of the jobs was lost.'
  expect(traits(story)).not.toContain('orders')
  expect(
    traits('First I would look at the queue. Next, I would count the jobs that were lost in it.'),
  ).toContain('orders')
})

test('counts a point heard in the opening as leading with the answer', () => {
  const text = 'The append repeats on redelivery. That was all I could see in this piece of code so far.'
  const match = { pointId: 'p', degree: 'full', from: 0, to: 32, strength: 1 } as const
  expect(communicationEvidence(text, [match]).map(({ trait }) => trait)).toContain('leads')
  expect(communicationEvidence(text, []).map(({ trait }) => trait)).not.toContain('leads')
})

test('points at verbatim sentences', () => {
  for (const { from, to } of communicationEvidence(told, []))
    expect(told.slice(from, to)).toMatch(/^[A-Z].*\.$/)
})
