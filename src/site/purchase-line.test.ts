import { expect, test } from 'vitest'
import type { CreditLine } from '../wire/credits.ts'
import { formatPrice } from './format-price.ts'
import { purchaseLine } from './purchase-line.ts'

const order = {
  number: '1001',
  product: 'three-pack' as const,
  credits: 3,
  cents: 8_280,
  currency: 'EUR',
  receiptUrl: 'https://r.example/1',
  refundedCents: 0,
  refundedCredits: 0,
}
const at = '2026-11-23T09:00:00.000Z'
const line = (rest: object) => purchaseLine({ at, change: 0, balance: 0, ...rest } as CreditLine)

test('an order says what was paid and where its receipt is', () => {
  expect(line({ kind: 'bought', order, change: 3, balance: 3 })).toEqual({
    at,
    balance: 3,
    change: '+3',
    what: 'Order 1001: three sessions, EUR 82.80 paid with tax.',
    link: { href: 'https://r.example/1', name: 'Receipt and invoice' },
  })
  const bare = { ...order, receiptUrl: undefined }
  expect(line({ kind: 'bought', order: bare, change: 3 }).link).toBeNull()
})

test('a refund says how much, and what of it was in use', () => {
  const part = { ...order, refundedCents: 2_760, refundedCredits: 1 }
  expect(line({ kind: 'refunded', order: part, short: 0, change: -1 })).toMatchObject({
    what: 'Order 1001: part of it refunded, EUR 27.60 so far.',
    change: '−1',
  })
  const all = { ...order, refundedCents: 8_280, refundedCredits: 3 }
  expect(line({ kind: 'refunded', order: all, short: 2, change: -1 }).what).toBe(
    'Order 1001: all of it refunded, EUR 82.80 so far. 2 credits of it were in use: nothing is owed for that.',
  )
  expect(line({ kind: 'refunded', order: all, short: 1 }).what).toContain('1 credit of it was in use')
})

test('what a session did to its credit leads to the session', () => {
  const session = { sessionId: 's1' }
  expect(line({ kind: 'held', ...session, change: -1 })).toMatchObject({
    change: '−1',
    link: { href: '/session/s1', name: 'Session' },
  })
  expect(line({ kind: 'captured', ...session })).toMatchObject({ change: '' })
  const back = { kind: 'returned', ...session, change: 1, toRefund: false }
  expect(line({ ...back, why: 'failed' }).what).toMatch(/^Given back\. ElevenLabs reports/)
  expect(line({ ...back, why: 'before-code', change: 0, toRefund: true }).what).toMatch(
    /does not come back\.$/,
  )
})

test('prices have cents where there are any', () => {
  expect([formatPrice(2_500, 'EUR'), formatPrice(5, 'EUR')]).toEqual(['EUR 25', 'EUR 0.05'])
})
