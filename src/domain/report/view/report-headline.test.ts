import { expect, test } from 'vitest'
import { exampleDimension } from './report-fixture.ts'
import { reportHeadline, whyHeading } from './report-headline.ts'

test('names the strongest and the weakest of the assessed dimensions', () => {
  const dimensions = [
    exampleDimension('communication', 3),
    exampleDimension('debugging', 4),
    exampleDimension('operationalization', 2),
    exampleDimension('product', null),
  ]
  expect(reportHeadline({ verdict: 'at', dimensions })).toBe(
    'At the senior bar. Name of debugging stands best; name of operationalization is where a panel would press.',
  )
})

test('singles out none where all are equal', () => {
  const dimensions = [exampleDimension('communication', 4), exampleDimension('debugging', 4)]
  expect(reportHeadline({ verdict: 'above', dimensions })).toBe(
    'Above the senior bar. Every assessed dimension stands at 4.',
  )
})

test('says how little there was without a verdict', () => {
  const dimensions = [exampleDimension('communication', 2), exampleDimension('debugging', null)]
  expect(reportHeadline({ verdict: 'not-enough-evidence', dimensions })).toBe(
    'Not enough evidence for a verdict. 1 of 2 dimensions have words to stand on.',
  )
  expect(
    reportHeadline({ verdict: 'not-enough-evidence', dimensions: [exampleDimension('debugging', null)] }),
  ).toBe('Not enough evidence for a verdict. Nothing that was said bears on the five dimensions.')
})

test('compares a score with the one above it, where there is one', () => {
  expect(whyHeading({ score: 2 })).toBe('Why 2, not 3')
  expect(whyHeading({ score: 4 })).toBe('Why 4')
  expect(whyHeading({ score: null })).toBe('Not assessed')
})

test('a practice has no verdict to word', () => {
  const practice = { kind: 'drill' as const, of: 'first', questionId: 'q' }
  const report = { verdict: 'not-enough-evidence' as const, dimensions: [], practice }
  expect(reportHeadline(report)).toBe('A drill of what was missed.')
})
