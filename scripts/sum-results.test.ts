import { expect, test } from 'vitest'
import { sumResults } from './sum-results.mjs'

const file = (status: string, ...statuses: string[]) => ({
  name: 'x.test.ts',
  status,
  assertionResults: statuses.map((status, i) => ({ status, fullName: `test ${i}` })),
})

test('counts passed and failed tests over all files', () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] }
  expect(sumResults(report, 1)).toEqual({ passed: 3, failed: 1, skipped: [] })
})

test('counts a file that broke outside its tests as one failed test', () => {
  const report = { testResults: [file('failed'), file('failed', 'passed')] }
  expect(sumResults(report, 1)).toEqual({ passed: 1, failed: 2, skipped: [] })
})

test('does not pass a run that ended badly without a failed test', () => {
  expect(sumResults({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1)
})

test('names the tests that were skipped', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped', 'todo', 'pending')] }
  expect(sumResults(report, 0)).toEqual({ passed: 1, failed: 0, skipped: ['test 1', 'test 2', 'test 3'] })
})
