import { expect, test } from 'vitest'
import { explainScore } from './explain-score.ts'
import {
  exampleGraded,
  examplePoint,
  exampleReceipt,
  exampleSessionGrade,
  exampleStanding,
} from './grade-fixture.ts'
import { LEFT_OUT } from './tidy-grade.ts'

const points = ['a', 'b', 'c', 'd'].map((id) => examplePoint(id))
const session = exampleSessionGrade([
  exampleGraded('Flags', points, { a: {}, b: { degree: 'partly' } }),
  exampleGraded('Exports', [examplePoint('e')]),
])
const standing = exampleStanding('operationalization', { score: 2, share: 0.5999 })

test('states what was earned, where the next score starts and where points were left out', () => {
  expect(explainScore(standing, session)).toBe(
    'Heard: 2 of 5 points asked for, 59% by weight; a 3 starts at 60%. Not heard: 2 points in “Flags”, ' +
      '1 in “Exports”. Heard in part or after a hint: “Says b”.',
  )
})

test('names a false alarm and counts the answers that left out what was asked for', () => {
  const against = (point: string) => exampleReceipt('words', { polarity: 'against', point })
  const evidence = [against('False alarm: The redirect'), against(`${LEFT_OUT}Says a.`)]
  expect(explainScore({ ...standing, evidence }, session)).toContain(
    'Counted against it: “False alarm: The redirect”, and 1 answer that left out what was asked for.',
  )
})

test('says when a rule holds the score below its share', () => {
  const capped = { ...standing, score: 3 as const, share: 0.9, caps: ['a 4 rests on two turns'] }
  const why = explainScore(capped, session)
  expect(why).toContain('by share alone that is a 4, and a rule holds it at 3.')
  expect(why).toContain('By rule a 4 rests on two turns.')
})

test('says that nothing proved a 1 where the share alone would be one', () => {
  const why = explainScore({ ...standing, share: 0.1 }, session)
  expect(why).toContain('That share is a 1, but a 1 needs words that count against it and there were none')
  expect(why).not.toContain('By rule')
})

test('tells what was not asked from what was asked and not answered', () => {
  const open = exampleStanding('operationalization')
  expect(explainScore(open, session)).toMatch(/^Asked for in “Flags” and “Exports”, but no words of yours/)
  expect(explainScore(open, exampleSessionGrade([]))).toMatch(/^No question that asks for it was answered/)
})

test('does not count points where the telling weighs most', () => {
  const told = exampleStanding('communication', { score: 3, share: 0.7 })
  expect(explainScore(told, session)).toBe(
    'What was said and how it was told earned 70%; a 4 starts at 85%. Shown too seldom or not at all: ' +
      '“Gives the answer first”, “Announces an order” and 3 more.',
  )
})
