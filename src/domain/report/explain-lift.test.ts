import { expect, test } from 'vitest'
import type { Rubric } from '../catalog/rubric.ts'
import { explainLift } from './explain-lift.ts'
import { exampleGraded, examplePoint, exampleSessionGrade, exampleStanding } from './grade-fixture.ts'

const advice = { '1': 'advice 1', '2': 'advice 2', '3': 'advice 3', '4': 'advice 4', none: 'advice none' }
const rubric: Rubric = {
  dimension: 'operationalization',
  name: 'Operationalization',
  shortName: 'Operations',
  description: '',
  anchors: advice,
  advice: { senior: advice, mid: advice },
  fallback: {
    id: 'fallback',
    ask: 'How did it go out?',
    dimension: 'operationalization',
    points: [],
    best: '',
  },
  prompts: [],
  readings: [],
}
const session = exampleSessionGrade([
  exampleGraded('Flags', [examplePoint('light'), examplePoint('heavy', { weight: 3 })], { light: {} }),
  exampleGraded('Exports', [examplePoint('half', { weight: 2 })], { half: { degree: 'partly' } }),
])
const lift = (more: object) => {
  return explainLift(exampleStanding('operationalization', more), session, rubric, 'senior')
}

test('names the fewest points that reach the next score, and where', () => {
  expect(lift({ score: 2, share: 2 / 6 })).toBe('A 3 needed one more point in full: “Says heavy” in “Flags”.')
  expect(lift({ score: 3, share: 2 / 6 })).toContain(
    'A 4 needed two more points in full: “Says heavy” in “Flags” and',
  )
})

test('names the rule where the share was reached', () => {
  expect(lift({ score: 3, share: 0.9, caps: ['a 4 rests on two turns'] })).toBe(
    'What was said would have earned a 4. The rule that stood in the way: a 4 rests on two turns.',
  )
})

test('asks a question where nothing was assessed, and keeps the advice for a 4', () => {
  expect(lift({ score: null })).toBe(
    'An answer to a question such as “How did it go out?” would have shown it.',
  )
  expect(lift({ score: 4, share: 1 })).toBe('advice 4')
})

test('gives the advice of the level where no points reach the next score', () => {
  const open = exampleStanding('product', { score: 1, share: 0 })
  expect(explainLift(open, session, rubric, 'mid')).toBe('advice 1')
})
