import type { Account, LedgerOrder } from './account.ts'
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
  const refund = refundOf(order, credits, known)
  return [...(known ? [] : [paid(order, credits)]), ...(refund ? [refund] : [])]
}

/** What has been refunded beyond what is known; undefined for nothing. */
function refundOf(
  { id: orderId, state, totalCents, refundedCents }: GoodOrder,
  bought: number,
  known: LedgerOrder | undefined,
): NewFact | undefined {
  const before = { cents: known?.refundedCents ?? 0, credits: known?.refundedCredits ?? 0 }
  const cents = state === 'void' ? totalCents : Math.min(refundedCents, totalCents)
  const share = state === 'void' ? bought : Math.floor((bought * cents) / Math.max(totalCents, 1))
  const credits = Math.max(before.credits, share)
  return cents > before.cents || credits > before.credits
    ? { kind: 'order-refunded', orderId, cents, credits }
    : undefined
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
