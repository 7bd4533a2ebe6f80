import { expect, test } from 'vitest'
import { exampleQuestion, exampleReport } from '../domain/report/view/report-fixture.ts'
import { againView } from './again-view.ts'
import type { ReportPage } from './page-services.ts'

function page(more: Partial<ReportPage> = {}): ReportPage {
  const questions = [exampleQuestion('q'), exampleQuestion('end', { kind: 'wrap-up' })]
  return {
    report: exampleReport({ id: 'r1', questions }),
    code: {},
    before: null,
    later: [],
    shares: [],
    recordingKeptUntil: null,
    survey: {},
    asksAfterCall: false,
    drills: [
      { questionId: 'q', pointId: 'p', about: 'races and repeats', missed: 'The seats are counted first.' },
    ],
    unseen: { code: 3, scenarios: 1 },
    ...more,
  }
}

test('offers the drills and every question but the wrap-up, by forms of the report', () => {
  expect(againView(page(), null)).toMatchObject({
    action: '/report/r1/again',
    unseen: 'First 3 pieces of code and 1 design question you have not met.',
    drills: [{ label: 'Races and repeats', missed: 'The seats are counted first' }],
    questions: [{ id: 'q' }],
    refusal: null,
  })
})

test.each([
  [0, 0, 'You have met every question there is; some of them come again.'],
  [0, 2, 'First 2 design questions you have not met; the code comes again.'],
  [1, 0, 'First 1 piece of code you have not met; the design questions come again.'],
])('says so when %i pieces of code and %i scenarios are left', (code, scenarios, words) => {
  expect(againView(page({ unseen: { code, scenarios } }), null).unseen).toBe(words)
})

test('leads to what was practised since: to its report, or to where it was left', () => {
  const summary = {
    createdAt: '2026-11-26T10:00:00.000Z',
    track: 'Web',
    level: 'senior' as const,
    overall: null,
    verdict: null,
    dimensions: [],
    practice: { kind: 'drill' as const, of: 'r1', questionId: 'q', about: 'wrong counts' },
  }
  const later = [
    { ...summary, id: 'a', phase: 'finished' as const },
    { ...summary, id: 'b', phase: 'live' as const },
  ]
  expect(againView(page({ later }), null).later).toEqual([
    { href: '/report/a', name: 'Drill: wrong counts', when: '26 November 2026, 10:00 UTC' },
    { href: '/session/b', name: 'Drill: wrong counts', when: '26 November 2026, 10:00 UTC, not finished' },
  ])
})

test('says why a press was refused, in words of its own for any code', () => {
  expect(againView(page(), 'nothing-unseen').refusal).toContain('You have met all the material')
  expect(againView(page(), '<b>made up</b>').refusal).toBe(
    'That could not be opened. Choose again from the list below.',
  )
})
