import type { Allowance } from '../storage/limiter.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * What may be done how often. `ownerMost` for one owner, `addressMost` for one address, from which a whole office may come.
 * `counted`: `here`, in this process, where a trip to the store would cost more than it saves; `together`, in the store,
 * for all processes, where it costs money or can be guessed: then nobody is admitted while the store does not answer.
 * `isPaid`: it costs money whoever asks, on one's own machine too.
 */
export const limits = {
  /** Sessions made, of a posting or out of a report: reading, planning, a language model if there is one. */
  session: { counted: 'together', ownerMost: 30, addressMost: 120, windowMs: HOUR, isPaid: false },
  /** Calls opened at the voice service. A bad line dials again. */
  call: { counted: 'together', ownerMost: 20, addressMost: 60, windowMs: 15 * MINUTE, isPaid: true },
  /** Checkouts opened at the seller, who counts them too. */
  checkout: { counted: 'here', ownerMost: 20, addressMost: 60, windowMs: 10 * MINUTE, isPaid: false },
  turn: { counted: 'here', ownerMost: 90, addressMost: 900, windowMs: MINUTE, isPaid: false },
  /** All else that an interview sends: events, corrections, pieces of a recording. */
  event: { counted: 'here', ownerMost: 300, addressMost: 3_000, windowMs: MINUTE, isPaid: false },
  finish: { counted: 'here', ownerMost: 60, addressMost: 300, windowMs: 10 * MINUTE, isPaid: false },
  /** Reports printed. */
  print: { counted: 'here', ownerMost: 20, addressMost: 60, windowMs: MINUTE, isPaid: false },
  /** Exports recomputed: 4 MB each, from anybody. */
  verify: { counted: 'here', ownerMost: 20, addressMost: 20, windowMs: MINUTE, isPaid: false },
  read: { counted: 'here', ownerMost: 1_200, addressMost: 6_000, windowMs: MINUTE, isPaid: false },
  /** Links followed that open something to whoever has them: reports that are shared, accounts that move. */
  link: { counted: 'here', ownerMost: 120, addressMost: 240, windowMs: MINUTE, isPaid: false },
  /** Secrets tried. */
  secret: { counted: 'here', ownerMost: 30, addressMost: 30, windowMs: MINUTE, isPaid: false },
} as const

export type LimitName = keyof typeof limits

/**
 * Who asks. `owner`: undefined where nobody is known yet. `address`: null on one's own machine, where only what is paid is
 * limited.
 */
export interface Visitor {
  owner: string | undefined
  address: string | null
}

/** What a visitor's next step of this kind counts against. */
export function allowancesOf(name: LimitName, { owner, address }: Visitor): Allowance[] {
  const { ownerMost, addressMost, windowMs, isPaid } = limits[name]
  const ofOwner = owner !== undefined && (address !== null || isPaid)
  return [
    ...(ofOwner ? [{ key: `${name}:owner:${owner}`, most: ownerMost, windowMs }] : []),
    ...(address !== null ? [{ key: `${name}:address:${address}`, most: addressMost, windowMs }] : []),
  ]
}
