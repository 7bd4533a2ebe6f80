import type { Account } from './account.ts'
import type { NewFact } from './ledger-fact.ts'
import type { ProductId } from './product.ts'
import { products } from './product.ts'

/** An order that is good: of what is sold here, at its price. */
export interface GoodOrder {
  id: string
  number: string
  product: ProductId
  quantity: number
  /** What was paid, tax included. */
  totalCents: number
  /** Of that, given back so far. */
  refundedCents: number
  currency: string
  receiptUrl?: string
  /** `pending`: nobody has paid yet. `void`: all of it is taken back, whatever the sums say. */
  state: 'pending' | 'paid' | 'void'
}

/**
 * What an order, as its seller tells of it now, adds to the ledger: its payment once, and what has been refunded beyond
 * what is known. News may come in any order and again. Of a partial refund that share of the credits goes back, rounded
 * down; of a whole one all do.
 */
export function takeOrder(account: Account, order: GoodOrder): NewFact[] {
  const known = account.orders[order.id]
  if (!known && order.state !== 'paid' && order.refundedCents === 0) return []
  const credits = known?.credits ?? products[order.product].credits * order.quantity
  const cents = order.state === 'void' ? order.totalCents : order.refundedCents
  const isWhole = order.state === 'void' || cents >= order.totalCents
  const refundedCredits = isWhole ? credits : Math.floor((credits * cents) / order.totalCents)
  const isNews =
    (order.state === 'void' || cents > 0) &&
    (cents > (known?.refundedCents ?? -1) || refundedCredits > (known?.refundedCredits ?? 0)) &&
    refundedCredits >= (known?.refundedCredits ?? 0)
  return [
    ...(known ? [] : [paid(order, credits)]),
    ...(isNews
      ? [{ kind: 'order-refunded' as const, orderId: order.id, cents, credits: refundedCredits }]
      : []),
  ]
}

function paid(order: GoodOrder, credits: number): NewFact {
  const { id: orderId, number, product, totalCents: cents, currency, receiptUrl } = order
  return {
    kind: 'order-paid',
    orderId,
    number,
    product,
    credits,
    cents,
    currency,
    ...(receiptUrl ? { receiptUrl } : {}),
  }
}
