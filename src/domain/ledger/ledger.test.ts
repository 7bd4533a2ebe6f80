import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account } from './account.ts'
import { emptyAccount } from './account.ts'
import { foldLedger } from './fold-ledger.ts'
import { LedgerFact } from './ledger-fact.ts'
import type { NewFact } from './ledger-fact.ts'
import { placeFacts } from './place-facts.ts'
import type { Spending } from './spend.ts'
import { spend } from './spend.ts'
import type { GoodOrder } from './take-order.ts'
import { takeOrder } from './take-order.ts'

const order = (changes: Partial<GoodOrder> = {}): GoodOrder => ({
  id: 'o1',
  number: '1001',
  product: 'three-pack',
  quantity: 1,
  totalCents: 6_900,
  refundedCents: 0,
  currency: 'EUR',
  state: 'paid',
  ...changes,
})

const after = (account: Account, facts: NewFact[], at = 0): Account =>
  placeFacts(account.seq, facts, at).reduce(foldLedger, account)
const took = (account: Account, changes: Partial<GoodOrder> = {}) =>
  after(account, takeOrder(account, order(changes)))

function did(account: Account, spending: Spending, sessionId = 's1'): Account {
  const spent = spend(account, sessionId, spending)
  if (!spent.ok) throw new Error(spent.why)
  return after(account, spent.facts)
}
const sums = ({ balance, held, used, short }: Account) => [balance, held, used, short]
const bought = took(emptyAccount)

describe('an order', () => {
  test('is credited once, however often it is told', () => {
    expect(sums(bought)).toEqual([3, 0, 0, 0])
    expect(takeOrder(bought, order())).toEqual([])
    expect(bought.statement).toEqual([
      {
        kind: 'bought',
        at: 0,
        change: 3,
        balance: 3,
        order: {
          number: '1001',
          product: 'three-pack',
          credits: 3,
          cents: 6_900,
          currency: 'EUR',
          refundedCents: 0,
          refundedCredits: 0,
        },
      },
    ])
  })

  test('counts its quantity, and keeps where its receipt is', () => {
    const account = took(emptyAccount, { product: 'single', quantity: 4, receiptUrl: 'https://r.example/1' })
    expect(account.balance).toBe(4)
    expect(account.orders['o1']?.receiptUrl).toBe('https://r.example/1')
  })

  test.each([
    ['pending', { state: 'pending' as const }],
    ['void before it was paid', { state: 'void' as const }],
  ])('that is %s credits nothing', (_, changes) => {
    expect(takeOrder(emptyAccount, order(changes))).toEqual([])
  })

  test('that is refunded before anybody told of it is paid and refunded at once', () => {
    const account = took(emptyAccount, { state: 'void', refundedCents: 6_900 })
    expect(sums(account)).toEqual([0, 0, 0, 0])
    expect(account.statement.map(({ kind, change }) => [kind, change])).toEqual([
      ['bought', 3],
      ['refunded', -3],
    ])
    expect(takeOrder(account, order())).toEqual([])
  })

  test.each([
    [1, 0],
    [2_299, 0],
    [2_300, 1],
    [4_599, 1],
    [4_600, 2],
    [6_899, 2],
    [6_900, 3],
  ])('of which %i cents of 6900 are refunded loses %i credits', (refundedCents, credits) => {
    const account = took(bought, { refundedCents })
    expect(account.balance).toBe(3 - credits)
    expect(takeOrder(account, order({ refundedCents }))).toEqual([])
    expect(account.statement.at(-1)?.kind).toBe('refunded')
  })

  test('is refunded in steps, and news that is older changes nothing', () => {
    const once = took(bought, { refundedCents: 2_300 })
    const twice = took(once, { refundedCents: 4_600 })
    expect([once.balance, twice.balance]).toEqual([2, 1])
    expect(takeOrder(twice, order({ refundedCents: 2_300 }))).toEqual([])
    expect(takeOrder(twice, order())).toEqual([])
    expect(sums(took(twice, { state: 'void', refundedCents: 4_600 }))).toEqual([0, 0, 0, 0])
  })

  test('never gives credits back that a refund took, though its sums change', () => {
    const refunded = took(bought, { refundedCents: 4_600 })
    expect(took(refunded, { refundedCents: 4_700, totalCents: 13_800 }).balance).toBe(1)
    expect(took(bought, { refundedCents: 99_999 }).balance).toBe(0)
  })

  test('that was free and is void loses all', () => {
    const free = took(emptyAccount, { totalCents: 0 })
    expect(free.balance).toBe(3)
    const back = took(free, { totalCents: 0, state: 'void' })
    expect(back.balance).toBe(0)
    expect(takeOrder(back, order({ totalCents: 0, state: 'void' }))).toEqual([])
  })
})

describe('a credit', () => {
  test('is held once a session, opened, and captured once', () => {
    const held = did(bought, { step: 'hold' })
    expect(sums(held)).toEqual([2, 1, 0, 0])
    expect(did(held, { step: 'hold' })).toBe(held)
    const opened = did(held, { step: 'open' })
    expect(sums(opened)).toEqual([2, 1, 0, 0])
    for (const step of ['hold', 'open'] as const) expect(did(opened, { step })).toBe(opened)
    const captured = did(opened, { step: 'capture' })
    expect(sums(captured)).toEqual([2, 0, 1, 0])
    for (const step of ['hold', 'open', 'capture'] as const) expect(did(captured, { step })).toBe(captured)
    expect(did(captured, { step: 'release', reason: 'before-code' })).toBe(captured)
    expect(captured.statement.map(({ kind, change }) => [kind, change])).toEqual([
      ['bought', 3],
      ['held', -1],
      ['captured', 0],
    ])
  })

  test('is released once, and can be held again', () => {
    const released = did(did(bought, { step: 'hold' }), { step: 'release', reason: 'no-access' })
    expect(sums(released)).toEqual([3, 0, 0, 0])
    expect(did(released, { step: 'release', reason: 'no-access' })).toBe(released)
    expect(did(released, { step: 'capture' })).toBe(released)
    expect(did(released, { step: 'credit-back' })).toBe(released)
    const again = did(released, { step: 'hold' })
    expect(again.credits['s1']).toMatchObject({ state: 'held', hold: 2 })
    expect(released.statement.at(-1)).toMatchObject({ kind: 'returned', change: 1, why: 'no-access' })
  })

  test('that access was given under is not released for want of access, but otherwise', () => {
    const opened = did(did(bought, { step: 'hold' }), { step: 'open' })
    expect(did(opened, { step: 'release', reason: 'no-access' })).toBe(opened)
    expect(sums(did(opened, { step: 'release', reason: 'before-code' }))).toEqual([3, 0, 0, 0])
    expect(sums(did(opened, { step: 'release', reason: 'deleted' }))).toEqual([3, 0, 0, 0])
  })

  test('that another request released meanwhile is held anew when access was given', () => {
    const released = did(did(bought, { step: 'hold' }), { step: 'release', reason: 'no-access' })
    const opened = did(released, { step: 'open' })
    expect(sums(opened)).toEqual([2, 1, 0, 0])
    expect(opened.credits['s1']).toMatchObject({ state: 'opened', hold: 2 })
  })

  test('comes back after it was captured once, and only then', () => {
    const held = did(bought, { step: 'hold' })
    expect(did(held, { step: 'credit-back' })).toBe(held)
    const back = did(did(held, { step: 'capture' }), { step: 'credit-back' })
    expect(sums(back)).toEqual([3, 0, 0, 0])
    expect(back.statement.at(-1)).toMatchObject({ kind: 'returned', change: 1, why: 'failed' })
    expect(did(back, { step: 'credit-back' })).toBe(back)
  })

  test('is refused where there is none', () => {
    const refused = { ok: false, why: 'no-credit' }
    expect(spend(emptyAccount, 's1', { step: 'hold' })).toEqual(refused)
    expect(spend(emptyAccount, 's1', { step: 'open' })).toEqual(refused)
    const last = did(took(emptyAccount, { product: 'single' }), { step: 'hold' })
    expect(spend(last, 's2', { step: 'hold' })).toEqual(refused)
    expect(spend(last, 's1', { step: 'hold' })).toEqual({ ok: true, facts: [] })
  })

  test('in use when its order is refunded stays used; one that comes back is gone', () => {
    const inUse = did(did(bought, { step: 'hold' }), { step: 'hold' }, 's2')
    const used = did(inUse, { step: 'capture' }, 's2')
    const refunded = took(used, { state: 'void', refundedCents: 6_900 })
    expect(sums(refunded)).toEqual([0, 1, 1, 2])
    expect(refunded.statement.at(-1)).toMatchObject({ kind: 'refunded', change: -1, balance: 0, short: 2 })
    const released = did(refunded, { step: 'release', reason: 'before-code' })
    expect(sums(released)).toEqual([0, 0, 1, 1])
    expect(released.statement.at(-1)).toMatchObject({ kind: 'returned', change: 0, toRefund: true })
    const next = took(released, { id: 'o2', product: 'single' })
    expect(sums(next)).toEqual([1, 0, 1, 1])
  })
})

test('facts are named after what caused them, and fit their schema', () => {
  const facts = placeFacts(
    4,
    [
      ...takeOrder(emptyAccount, order({ refundedCents: 2_300 })),
      { kind: 'held', sessionId: 's1', hold: 2 },
      { kind: 'released', sessionId: 's1', hold: 2, reason: 'deleted' },
    ],
    9,
  )
  expect(facts.map(({ id, seq, at }) => [id, seq, at])).toEqual([
    ['order-paid:o1', 5, 9],
    ['order-refunded:o1:2300', 6, 9],
    ['held:s1:2', 7, 9],
    ['released:s1:2', 8, 9],
  ])
  for (const fact of facts) expect(LedgerFact.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact)
})

const step = fc.oneof(
  fc.record({
    do: fc.constant('order' as const),
    id: fc.constantFrom('o1', 'o2', 'o3'),
    refunded: fc.nat(6_900),
    state: fc.constantFrom('paid' as const, 'void' as const, 'pending' as const),
  }),
  fc.record({
    do: fc.constant('spend' as const),
    sessionId: fc.constantFrom('s1', 's2', 's3', 's4'),
    spending: fc.constantFrom<Spending>(
      { step: 'hold' },
      { step: 'open' },
      { step: 'capture' },
      { step: 'credit-back' },
      { step: 'release', reason: 'no-access' },
      { step: 'release', reason: 'before-code' },
    ),
  }),
)

test('whatever happens, nothing goes below zero and bought - refunded = balance + held + used - short', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let account = emptyAccount
      const ids = new Set<string>()
      for (const each of steps) {
        const news =
          each.do === 'order'
            ? takeOrder(account, order({ id: each.id, refundedCents: each.refunded, state: each.state }))
            : spend(account, each.sessionId, each.spending)
        const facts = Array.isArray(news) ? news : news.ok ? news.facts : []
        for (const fact of placeFacts(account.seq, facts, 1)) {
          expect(ids.has(fact.id)).toBe(false)
          ids.add(fact.id)
          account = foldLedger(account, fact)
          expect(Math.min(...sums(account))).toBeGreaterThanOrEqual(0)
        }
        const again =
          each.do === 'order'
            ? takeOrder(account, order({ id: each.id, refundedCents: each.refunded, state: each.state }))
            : spend(account, each.sessionId, each.spending)
        if (Array.isArray(again)) expect(again).toEqual([])
        const orders = Object.values(account.orders)
        const left = orders.reduce((sum, { credits, refundedCredits }) => sum + credits - refundedCredits, 0)
        expect(left).toBe(account.balance + account.held + account.used - account.short)
        const states = Object.values(account.credits).map(({ state }) => state)
        expect(states.filter((state) => state === 'held' || state === 'opened')).toHaveLength(account.held)
        expect(states.filter((state) => state === 'captured')).toHaveLength(account.used)
        const changed = account.statement.reduce((sum, { change }) => sum + change, 0)
        expect(changed).toBe(account.balance)
        expect(account.statement.at(-1)?.balance ?? 0).toBe(account.balance)
      }
    }),
    { numRuns: 300 },
  )
})
