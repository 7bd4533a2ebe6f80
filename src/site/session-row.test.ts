import { expect, test } from 'vitest'
import type { SessionSummary } from '../wire/sessions.ts'
import { sessionRow } from './session-row.ts'

const session: SessionSummary = {
  id: 'abc',
  createdAt: '2026-11-19T14:05:00.000Z',
  phase: 'finished',
  track: 'Web',
  level: 'mid',
  overall: 3,
  verdict: 'at',
  dimensions: [],
  practice: null,
}

test('leads from a finished session to its report, the overall to one decimal', () => {
  expect(sessionRow(session)).toMatchObject({
    overall: '3.0',
    verdict: 'at the bar',
    level: 'Mid, with coaching',
    href: '/report/abc',
    action: 'Read the report',
  })
})

test('leads from one under way back into it', () => {
  const row = sessionRow({ ...session, phase: 'live', overall: null, verdict: null })
  expect(row).toMatchObject({
    overall: null,
    verdict: 'under way',
    href: '/session/abc',
    action: 'Go on where you were',
  })
})
