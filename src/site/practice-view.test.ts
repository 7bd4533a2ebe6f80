import { expect, test } from 'vitest'
import { exampleQuestion, exampleReport } from '../domain/report/view/report-fixture.ts'
import { practiceView } from './practice-view.ts'

const point = (id: string) => ({ id, text: `Point ${id}` })
const heard = (id: string) => ({ ...point(id), degree: 'full' as const })
const practice = { kind: 're-answer' as const, of: 'first', questionId: 'q' }

function again(before: number | null, after: number | null) {
  const first = exampleQuestion('q', {
    score: before,
    pointsHeard: [heard('a')],
    pointsMissed: [point('b'), point('c')],
  })
  const second = exampleQuestion('q', {
    score: after,
    pointsHeard: [heard('b')],
    pointsMissed: [point('a'), point('c')],
  })
  return practiceView({
    report: exampleReport({ practice, questions: [second] }),
    before: exampleReport({ id: 'first', questions: [exampleQuestion('other'), first] }),
  })
}

test('sets a second answer beside the first and leads back to it', () => {
  const view = again(2, 3)
  expect(view).toMatchObject({ heading: 'One question again: 3 of 4, from 2.', original: '/report/first' })
  expect(view.comparison).toMatchObject({ gained: ['Point b'], lost: ['Point a'], stillMissed: ['Point c'] })
})

test.each([
  [3, 3, 'One question again: 3 of 4, as before.'],
  [null, 2, 'One question again: 2 of 4, where the first answer was not assessed.'],
  [3, null, 'One question again: too little was said to compare.'],
])('from %s to %s: %s', (before, after, heading) => {
  expect(again(before, after).heading).toBe(heading)
})

test('compares nothing when the first report is gone, and nothing for a drill', () => {
  const question = exampleQuestion('q', { pointsHeard: [heard('a')], pointsMissed: [point('b')] })
  const alone = practiceView({ report: exampleReport({ practice, questions: [question] }), before: null })
  expect(alone).toMatchObject({ comparison: null, original: null, heading: 'One question again.' })
  const drill = exampleReport({ practice: { ...practice, kind: 'drill' }, questions: [question] })
  const before = exampleReport({ id: 'first', questions: [question] })
  expect(practiceView({ report: drill, before })).toMatchObject({
    comparison: null,
    heading: 'Drill: 1 of 2 heard.',
  })
  expect(practiceView({ report: { ...drill, questions: [] }, before }).heading).toBe(
    'Drill: nothing was said.',
  )
})
