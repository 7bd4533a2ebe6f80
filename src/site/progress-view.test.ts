import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SessionSummary } from '../wire/sessions.ts'
import { chart, heightOf, progressView } from './progress-view.ts'

function graded(
  day: number,
  score: number | null,
  spread: number | null,
  more: Partial<SessionSummary> = {},
): SessionSummary {
  return {
    id: `s${day}`,
    createdAt: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    phase: 'finished',
    track: 'Web',
    level: 'senior',
    overall: score,
    verdict: 'at',
    dimensions: [{ id: 'debugging', name: 'Debugging', score, spread }],
    practice: null,
    ...more,
  }
}

test('has nothing to compare before the second graded interview, and no practice is one', () => {
  expect(progressView([])).toBeNull()
  expect(progressView([graded(1, 3, 0)])).toBeNull()
  const practice = { kind: 'drill' as const, of: 's1', questionId: 'q' }
  expect(progressView([graded(1, 3, 0), graded(2, 4, 0, { practice })])).toBeNull()
  expect(progressView([graded(1, 3, 0), graded(2, 4, 0, { phase: 'live' })])).toBeNull()
  expect(progressView([graded(1, 3, 0), graded(2, null, null)])).toBeNull()
})

test('draws interviews from the oldest to the newest, a 4 above a 1', () => {
  const view = progressView([graded(9, 4, 0), graded(2, 1, 1)])
  expect(view?.interviews.map(({ href }) => href)).toEqual(['/report/s2', '/report/s9'])
  expect(view?.lines[0]).toMatchObject({ name: 'Debugging', scores: [1, 4] })
  const [first, second] = view?.lines[0]?.points ?? []
  expect(first).toMatchObject({
    x: chart.left,
    y: heightOf(1),
    bar: { top: heightOf(2), bottom: heightOf(1) },
  })
  expect(second).toMatchObject({ x: chart.width - chart.right, y: heightOf(4), bar: null })
  expect(heightOf(4)).toBeLessThan(heightOf(1))
})

test.each([
  [2, 0, 3, 0, '3 after 2: one step up, more than the spread.'],
  [4, 0, 2, 1, '2 after 4: 2 steps down, more than the spread.'],
  [2, 0, 3, 1, '3 after 2: within the spread, other questions could have given the same.'],
  [2, 1, 3, 0, '3 after 2: within the spread, other questions could have given the same.'],
  [2, null, 3, 0, '3 after 2: within the spread, other questions could have given the same.'],
  [3, 0, 3, 0, '3, as before.'],
])('%i (spread %s), then %i (spread %s): %s', (before, spread, after, spreadAfter, words) => {
  expect(progressView([graded(1, before, spread), graded(2, after, spreadAfter)])?.lines[0]?.words).toBe(
    words,
  )
})

test('skips interviews in which a dimension was not assessed', () => {
  const other = { id: 'product' as const, name: 'Product', score: 2, spread: 0 }
  const none = graded(2, null, null)
  const sessions = [graded(1, 2, 0), { ...none, dimensions: [...none.dimensions, other] }, graded(3, 3, 0)]
  expect(progressView(sessions)?.lines[0]).toMatchObject({ scores: [2, null, 3] })
  expect(progressView(sessions)?.lines[0]?.points).toHaveLength(2)
  expect(progressView(sessions)?.lines[0]?.words).toContain('3 after 2')
})

test('every point stays inside the drawing', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.integer({ min: 0, max: 3 }))), {
    minLength: 2,
    maxLength: 20,
  })
  fc.assert(
    fc.property(some, (results) => {
      const view = progressView(results.map(([score, spread], index) => graded(index + 1, score, spread)))
      for (const { x, y, bar } of view?.lines.flatMap(({ points }) => points) ?? []) {
        expect(x).toBeGreaterThanOrEqual(chart.left)
        expect(x).toBeLessThanOrEqual(chart.width - chart.right)
        for (const height of [y, bar?.top ?? y, bar?.bottom ?? y]) {
          expect(height).toBeGreaterThanOrEqual(chart.top)
          expect(height).toBeLessThanOrEqual(chart.height - chart.bottom)
        }
      }
      expect(view?.interviews.length).toBe(Math.min(12, results.length))
    }),
  )
})
