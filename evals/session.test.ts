import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { floors } from './session/floors.ts'
import { gradeInterview } from './session/grade-interview.ts'
import { InterviewScript } from './session/interview-script.ts'
import { readInterviews } from './session/read-interviews.ts'
import { readSources } from './session/read-sources.ts'
import { sumOutcomes } from './session/sum-outcomes.ts'

const folder = fileURLToPath(new URL('sessions', import.meta.url))
const interviews = readInterviews(folder)
const sources = readSources()
const outcomes = interviews.map((interview) => gradeInterview(interview, sources))
const sums = sumOutcomes(outcomes)

describe('thirty interviews, graded by the built-in finder', () => {
  test('are thirty, ten of them sealed, on every track and at both levels', () => {
    const created = interviews.map(({ log }) => log.find((event) => event.kind === 'created'))
    expect(interviews).toHaveLength(30)
    expect(outcomes.filter(({ sealed }) => sealed)).toHaveLength(10)
    expect(new Set(created.map((event) => `${event?.domain} ${event?.level}`)).size).toBe(8)
  })

  test('have receipts that stand word for word in their turns', () => {
    expect(sums.verbatim).toBe(1)
  })

  test('credit no more that must never be credited than measured', () => {
    expect(sums.forbidden).toBeLessThanOrEqual(floors.forbidden)
  })

  test.each(['pointsRecall', 'pointsPrecision', 'bandsMet'] as const)(
    'do not fall below the measured %s',
    (name) => {
      expect(sums[name]).toBeGreaterThanOrEqual(floors[name])
    },
  )

  test.each(['web-silent', 'analytics-gibberish', 'web-injected'])(
    '%s gets no score, or is on the list of those that wrongly do',
    (id) => {
      const scores = outcomes.find((outcome) => outcome.id === id)?.bands.map(({ score }) => score)
      expect(scores?.some((score) => score !== null)).toBe(floors.scoredForNothing.includes(id))
    },
  )
})

test.each(interviews)('the log of $id says what its script says', ({ id, log }) => {
  const script = InterviewScript.parse(load(readFileSync(`${folder}/${id}/script.yaml`, 'utf8')))
  const said = log.flatMap((event) => (event.kind === 'candidate-said' ? [event.text] : []))
  expect(said).toEqual(script.turns.map(({ say }) => say).filter((say) => say !== ''))
})
