import type { ReleaseReason } from './ledger-fact.ts'
import type { ProductId } from './product.ts'

/** What became of the credit of one session. */
export interface SessionCredit {
  state: 'held' | 'opened' | 'captured' | 'released' | 'credited-back'
  /** Of this session's holds, the last. */
  hold: number
  /** When it was held, in ms since 1970. */
  heldAt: number
}

/** An order as the ledger knows it. */
export interface LedgerOrder {
  number: string
  product: ProductId
  credits: number
  cents: number
  currency: string
  receiptUrl?: string
  refundedCents: number
  refundedCredits: number
}

/** A line of what the buyer sees. */
export type StatementLine = {
  /** Milliseconds since 1970. */
  at: number
  /** What it does to the balance. */
  change: number
  /** After it. */
  balance: number
} & (
  | { kind: 'bought'; order: LedgerOrder }
  /** `short`: credits of the refund that were in use and stay used: nothing is owed for them. */
  | { kind: 'refunded'; order: LedgerOrder; short: number }
  | { kind: 'held' | 'captured'; sessionId: string }
  /** `toRefund`: a refund had asked for this credit while it was in use, so it does not come back. */
  | {
      kind: 'returned'
      sessionId: string
      why: ReleaseReason | 'failed'
      toRefund: boolean
    }
)

/** An account as its ledger says. Never below zero, any of it. */
export interface Account {
  /** Of the last fact folded in; 0 before any. */
  seq: number
  /** Credits that can be spent. */
  balance: number
  /** Credits of sessions that have not come to the code. */
  held: number
  used: number
  /** Credits that refunds asked for while they were in use. One of them that comes back is gone. */
  short: number
  /** By id. */
  orders: Record<string, LedgerOrder>
  /** By session. */
  credits: Record<string, SessionCredit>
  /** Oldest first. */
  statement: StatementLine[]
}

export const emptyAccount: Account = {
  seq: 0,
  balance: 0,
  held: 0,
  used: 0,
  short: 0,
  orders: {},
  credits: {},
  statement: [],
}
