import { expect, test } from 'vitest'
import type { Entry } from '../interview/state.ts'
import {
  exampleGraded,
  examplePoint,
  exampleReceipt,
  exampleSessionGrade,
  exampleStanding,
} from './grade-fixture.ts'
import type { Evidence } from './report.ts'
import { tidyGrade } from './tidy-grade.ts'

const text = 'I would put the key in front, then retry it.'
const entry = (unsure: [number, number][]): Entry => {
  return { turnId: 't1', seq: 1, speaker: 'candidate', text, startMs: 0, endMs: 1000, section: 'B', unsure }
}

function tidied(evidence: Partial<Evidence>, unsure: [number, number][] = []): Evidence | undefined {
  const receipt = exampleReceipt('the key in', evidence)
  const grade = exampleSessionGrade(
    [exampleGraded('Flags', [examplePoint('a')])],
    [exampleStanding('debugging', { score: 2, evidence: [receipt] })],
  )
  return tidyGrade(grade, [entry(unsure)]).dimensions.debugging.evidence[0]
}

test('grows a quote to its clause and leaves its times', () => {
  expect(tidied({})).toMatchObject({ quote: 'I would put the key in front', startMs: 0, endMs: 1000 })
})

test('never grows what counts against a score over words the recogniser was unsure of', () => {
  const unsure: [number, number][] = [[0, 7]]
  expect(tidied({ polarity: 'against' }, unsure)?.quote).toBe('the key in')
  expect(tidied({ polarity: 'for' }, unsure)?.quote).toBe('I would put the key in front')
})

test.each([
  [{ polarity: 'for' as const, point: 'Says a.' }, 'Says a.'],
  [{ polarity: 'against' as const, point: 'Says a.' }, 'Asked for here and left out: Says a.'],
  [
    { polarity: 'against' as const, point: 'The redirect', lines: [1, 2] as [number, number] },
    'False alarm: The redirect',
  ],
  [{ polarity: 'against' as const, point: 'Stays general' }, 'Stays general'],
])('names what the words did: %j', (evidence, point) => {
  expect(tidied(evidence)?.point).toBe(point)
})
