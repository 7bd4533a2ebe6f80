import { z } from 'zod'
import { ProductId } from './product.ts'

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), ...shape })

const Cents = z.number().int().nonnegative()

/** A credit is spent on a session; `hold` is 1, 2, 3... of that session: one given back can be held again. */
const OfHold = { sessionId: z.string().min(1), hold: z.number().int().min(1) }

/** Why a credit came back. */
export const ReleaseReason = z.enum([
  /** The voice service gave no access. */
  'no-access',
  /** It gave access, and no call came of it. */
  'no-call',
  /** It was over, or left for a day, before the code. */
  'before-code',
  /** The session was deleted before the code. */
  'deleted',
])
export type ReleaseReason = z.infer<typeof ReleaseReason>

/** What happened to an account's credits, without its place in the ledger. */
export const NewFact = z.discriminatedUnion('kind', [
  kind('order-paid', {
    orderId: z.string().min(1),
    /** As the receipt has it. */
    number: z.string(),
    product: ProductId,
    credits: z.number().int().min(1),
    /** What was paid, tax included. */
    cents: Cents,
    currency: z.string(),
    /** Where the seller shows receipt and invoice. */
    receiptUrl: z.string().optional(),
  }),
  /** `cents` and `credits` are what has been refunded of the order in all, with earlier refunds. */
  kind('order-refunded', {
    orderId: z.string().min(1),
    cents: Cents,
    credits: z.number().int().nonnegative(),
  }),
  kind('held', OfHold),
  /** The voice service gave access under this hold. */
  kind('opened', OfHold),
  /** The code was reached: the credit is used. */
  kind('captured', OfHold),
  kind('released', { ...OfHold, reason: ReleaseReason }),
  /** A used credit, given back because the session failed on our side. */
  kind('credited-back', OfHold),
])
export type NewFact = z.infer<typeof NewFact>

/** One line of an account's ledger. */
export const LedgerFact = NewFact.and(
  z.object({
    /** The same for the same cause outside, for good, so that it counts once. */
    id: z.string().min(1),
    /** 1, 2, 3... without gaps. */
    seq: z.number().int().min(1),
    /** Milliseconds since 1970, server clock. */
    at: z.number().int().nonnegative(),
  }),
)
export type LedgerFact = z.infer<typeof LedgerFact>
