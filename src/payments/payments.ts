import type { GoodOrder } from '../domain/ledger/take-order.ts'
import type { Product, ProductId } from '../domain/ledger/product.ts'

/** What a checkout is to be opened for. */
export interface CheckoutRequest {
  product: ProductId
  /** Comes back with the order's notice, as it was given. */
  account: string
  /** Where the browser goes once it has paid; `orderLink` is added to it by the seller. */
  returnTo: string
  /** Where the button in the receipt leads; `orderLink` is added to it, too. */
  receiptLink: string
}

/** An order as the seller tells of it. */
export interface Order {
  id: string
  /** Unguessable, and seen by the buyer alone: in the links of receipt and return. */
  identifier: string
  /** Milliseconds since 1970. */
  createdAt: number
  /** What can be credited; or why it cannot, for the operator. */
  content: { ok: true; order: GoodOrder } | { ok: false; why: string }
}

/** What the seller tells by itself. `account`: as the checkout was given it. `other`: of no interest here. */
export type OrderNotice = { kind: 'order'; order: Order; account: string | undefined } | { kind: 'other' }

/** A notice as it was read. `unsigned`: it does not come from the seller. */
export type ReadOrderNotice =
  | { ok: true; notice: OrderNotice }
  | { ok: false; why: 'unsigned' }
  | { ok: false; why: 'unreadable'; field: string }

/** Sells credits through somebody who takes the money. Calls throw PaymentsFailure when the seller does not do it. */
export interface Payments {
  /** What is sold, the default first; empty: nothing is. */
  products: readonly Product[]
  /** The address of a page where the product can be paid. */
  openCheckout(request: CheckoutRequest): Promise<string>
  /** Reads a webhook: the body as it was sent, and what its signature header says. */
  readNotice(body: Uint8Array, signature: string | undefined): ReadOrderNotice
  /** Orders made since then (ms since 1970), newest first. They do not say for which account. */
  listOrders(sinceMs: number): Promise<Order[]>
  /** Undefined when there is no such order. */
  findOrder(id: string): Promise<Order | undefined>
}
