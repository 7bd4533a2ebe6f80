import { z } from 'zod'
import { ReleaseReason } from '../domain/ledger/ledger-fact.ts'
import { ProductId } from '../domain/ledger/product.ts'

export const AskCheckout = z.object({
  pack: ProductId,
  /** The session to come back to. */
  sessionId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,80}$/, 'letters, digits, _ and - only, 80 at most')
    .optional(),
})
export type AskCheckout = z.infer<typeof AskCheckout>

/** What the seller adds to a link: which order it was, by its number and by what only its buyer sees. */
export const OrderLink = z.object({
  order: z.string().regex(/^\w{1,64}$/),
  id: z.string().regex(/^[\w-]{8,64}$/),
})

/** Where to pay. */
export const CheckoutOpened = z.object({ url: z.string() })

const Count = z.number().int().nonnegative()
const order = z.object({
  number: z.string(),
  product: ProductId,
  credits: Count,
  cents: Count,
  currency: z.string(),
  receiptUrl: z.string().optional(),
  refundedCents: Count,
  refundedCredits: Count,
})
const line = <K extends z.ZodType, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ at: z.iso.datetime(), change: z.number().int(), balance: Count, kind, ...shape })

/** A line of the ledger as its buyer sees it. */
export const CreditLine = z.union([
  line(z.literal('bought'), { order }),
  /** `short`: credits of it that were in use and stay used. */
  line(z.literal('refunded'), { order, short: Count }),
  line(z.enum(['held', 'captured']), { sessionId: z.string() }),
  line(z.literal('returned'), {
    sessionId: z.string(),
    why: z.union([ReleaseReason, z.literal('failed')]),
    /** A refund had asked for it, so it does not come back. */
    toRefund: z.boolean(),
  }),
])
export type CreditLine = z.infer<typeof CreditLine>

export const Credits = z.object({
  /** Credits that can be spent. */
  balance: Count,
  /** Credits of sessions that have not come to the code. */
  held: Count,
  used: Count,
  /** What can be bought, the default first; empty: nothing is sold, and every engine is free. */
  sells: z.array(
    z.object({ pack: ProductId, name: z.string(), credits: Count, cents: Count, currency: z.string() }),
  ),
  /** Newest first. */
  statement: z.array(CreditLine),
})
export type Credits = z.infer<typeof Credits>
