import { expect, test } from 'vitest'
import type { PublicPlan } from '../wire/public-plan.ts'
import { sessionHeading } from './session-heading.ts'

const plan: PublicPlan = {
  level: 'senior',
  track: { id: 'web-fullstack', name: 'Web and Full-Stack', confidence: 'high' },
  engineering: true,
  competencies: [
    { id: 'caching', name: 'Caching', ground: 'cache everything', tested: true },
    { id: 'php', name: 'PHP', tested: false },
  ],
  addable: [],
  focus: [],
  sections: [],
  dimensions: [],
  minutes: 37,
  extraTime: false,
  practice: null,
}

test('counts what the posting said, without what was added by hand', () => {
  expect(sessionHeading(plan, { phase: 'ready', clockMs: 0 }).lead).toBe(
    'About 37 minutes on Web and Full-Stack. In the posting, one thing was found to ask about.',
  )
})

test('says plainly that a posting is for no engineer', () => {
  const heading = sessionHeading({ ...plan, engineering: false }, { phase: 'ready', clockMs: 0 })
  expect(heading.title).toBe('This does not read like an engineering role')
  expect(heading.lead).toContain('Web and Full-Stack interview is proposed instead')
})

test('offers to go on where an interview stands', () => {
  const heading = sessionHeading(plan, { phase: 'live', clockMs: 750_000 })
  expect(heading.join).toBe('Go on by typing')
  expect(heading.lead).toContain('12:30')
})

test('offers the report once the last line has been said', () => {
  expect(sessionHeading(plan, { phase: 'closed', clockMs: 0 }).join).toBe('Finish and get the report')
})
