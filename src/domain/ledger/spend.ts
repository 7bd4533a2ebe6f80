import type { Account } from './account.ts'
import type { NewFact, ReleaseReason } from './ledger-fact.ts'

/** What is to be done with the credit of a session. */
export type Spending =
  | { step: 'hold' }
  /** Access was given: from now on only the course of the session decides. */
  | { step: 'open' }
  | { step: 'capture' }
  | { step: 'release'; reason: ReleaseReason }
  | { step: 'credit-back' }

/** `facts` is empty for what has been done already, and for what is no longer to be done. */
export type Spent = { ok: true; facts: NewFact[] } | { ok: false; why: 'no-credit' }

const nothing: Spent = { ok: true, facts: [] }

/**
 * The facts that a step comes to. A session holds one credit however often it asks; a held credit is captured or released,
 * once; only a captured one is credited back.
 */
export function spend(account: Account, sessionId: string, spending: Spending): Spent {
  const credit = account.credits[sessionId]
  const state = credit?.state
  const isHeld = state === 'held' || state === 'opened'
  const hold = credit?.hold ?? 0
  switch (spending.step) {
    case 'hold':
    case 'open': {
      const isOpening = spending.step === 'open'
      if (state === 'captured' || state === 'opened') return nothing
      if (state === 'held') return isOpening ? one({ kind: 'opened', sessionId, hold }) : nothing
      if (account.balance < 1) return { ok: false, why: 'no-credit' }
      const held: NewFact = { kind: 'held', sessionId, hold: hold + 1 }
      return { ok: true, facts: isOpening ? [held, { ...held, kind: 'opened' }] : [held] }
    }
    case 'capture':
      return isHeld ? one({ kind: 'captured', sessionId, hold }) : nothing
    case 'release': {
      const { reason } = spending
      const isReleased = reason === 'no-access' ? state === 'held' : isHeld
      return isReleased ? one({ kind: 'released', sessionId, hold, reason }) : nothing
    }
    case 'credit-back':
      return state === 'captured' ? one({ kind: 'credited-back', sessionId, hold }) : nothing
  }
}

function one(fact: NewFact): Spent {
  return { ok: true, facts: [fact] }
}
