import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SessionFacts } from './session-facts.ts'
import { summarise } from './summarise.ts'

const session = (more: Partial<SessionFacts> = {}): SessionFacts => ({
  origin: {},
  practice: false,
  engine: 'typed',
  started: true,
  reachedCode: true,
  completed: true,
  graded: true,
  paid: false,
  survey: {},
  modelCost: 0,
  callMs: 0,
  failures: [],
  uncovered: [],
  ...more,
})
const span = {
  fromMs: Date.UTC(2026, 10, 13),
  toMs: Date.UTC(2026, 10, 27),
  spendCents: 0,
  callPrice: undefined,
}
const of = (sessions: SessionFacts[], more = {}) => summarise({ ...span, sessions, orders: [], ...more })

test('of nothing every figure that needs something is null', () => {
  expect(of([])).toEqual({
    from: '2026-11-13T00:00:00.000Z',
    to: '2026-11-27T00:00:00.000Z',
    sessions: { plans: 0, started: 0, reachedCode: 0, completed: 0, paid: 0 },
    practice: 0,
    completion: null,
    csat: { mean: null, answers: 0 },
    repurchase: { share: null, answers: 0 },
    confidence: { before: null, after: null, answers: 0 },
    themes: { feltRealistic: 0, knowWhatToFix: 0 },
    calls: { passed: 0, failed: 0, waiting: 0 },
    why: [],
    money: { revenueCents: 0, spendCents: 0, buyers: 0, arpuCents: null, cacCents: null },
    cost: { models: 0, calls: null, perSession: null, callMinutes: 0 },
    failures: [],
    funnel: [],
    uncovered: [],
  })
})

test('counts whole interviews by how far they came, and practice apart', () => {
  const figures = of([
    session({ paid: true }),
    session({ completed: false, reachedCode: false }),
    session({ started: false, completed: false, reachedCode: false }),
    session({ practice: true }),
  ])
  expect(figures.sessions).toEqual({ plans: 3, started: 2, reachedCode: 1, completed: 1, paid: 1 })
  expect([figures.practice, figures.completion]).toEqual([1, 0.5])
})

test('means and shares are of those who answered', () => {
  const figures = of([
    session({ survey: { csat: 5, again: 'yes', confidenceBefore: 2, confidenceAfter: 4, why: 'It hurt.' } }),
    session({ survey: { csat: 4, again: 'no', confidenceBefore: 3, feltRealistic: 'yes', passed: 'yes' } }),
    session({ survey: { skipped: 'yes' } }),
  ])
  expect(figures.csat).toEqual({ mean: 4.5, answers: 2 })
  expect(figures.repurchase).toEqual({ share: 0.5, answers: 2 })
  expect(figures.confidence).toEqual({ before: 2, after: 4, answers: 1 })
  expect(figures.themes).toEqual({ feltRealistic: 1, knowWhatToFix: 0 })
  expect(figures.calls).toEqual({ passed: 1, failed: 0, waiting: 0 })
  expect(figures.why).toEqual(['It hurt.'])
})

test('money is by buyer, and spending by those who bought for the first time', () => {
  const orders = [
    { cents: 6_900, buyer: 'a', first: true },
    { cents: 2_500, buyer: 'a', first: false },
    { cents: 2_500, buyer: 'b', first: false },
  ]
  expect(of([], { orders, spendCents: 3_000 }).money).toEqual({
    revenueCents: 11_900,
    spendCents: 3_000,
    buyers: 2,
    arpuCents: 5_950,
    cacCents: 3_000,
  })
})

test('a cost per session is given only when all of it is known', () => {
  const sessions = [session({ modelCost: 0.5, callMs: 600_000 }), session({ modelCost: 0.25 })]
  expect(of(sessions, { callPrice: 0.1 }).cost).toEqual({
    models: 0.75,
    calls: 1,
    perSession: 0.875,
    callMinutes: 10,
  })
  expect(of(sessions).cost.perSession).toBeNull()
  expect(of([session({ modelCost: 0.5 })]).cost.perSession).toBe(0.5)
})

test('ranks failures, gaps and origins by how often they are there', () => {
  const figures = of([
    session({ failures: ['call'], uncovered: ['rust', 'go'], origin: { landing: 'posthog' } }),
    session({ failures: ['model timeout', 'call'], uncovered: ['rust'], origin: { landing: 'posthog' } }),
    session({ origin: { invite: 'friends' } }),
  ])
  expect(figures.failures).toEqual([
    { kind: 'call', count: 2 },
    { kind: 'model timeout', count: 1 },
  ])
  expect(figures.uncovered.map(({ competency }) => competency)).toEqual(['rust', 'go'])
  expect(figures.funnel.map(({ landing, invite, plans }) => [landing, invite, plans])).toEqual([
    ['posthog', null, 2],
    [null, 'friends', 1],
  ])
})

test('the funnel of all origins adds up to the whole', () => {
  const sessions = fc.array(
    fc.record({
      landing: fc.constantFrom('a', 'b', undefined),
      invite: fc.constantFrom('x', undefined),
      flags: fc.nat(15),
    }),
  )
  fc.assert(
    fc.property(sessions, (drawn) => {
      const figures = of(
        drawn.map(({ landing, invite, flags }) =>
          session({
            origin: { landing, invite },
            started: (flags & 1) > 0,
            reachedCode: (flags & 2) > 0,
            completed: (flags & 4) > 0,
            paid: (flags & 8) > 0,
          }),
        ),
      )
      for (const step of ['plans', 'started', 'reachedCode', 'completed', 'paid'] as const)
        expect(figures.funnel.reduce((sum, row) => sum + row[step], 0)).toBe(figures.sessions[step])
    }),
  )
})
