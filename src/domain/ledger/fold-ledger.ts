import type { Account, SessionCredit, StatementLine } from './account.ts'
import type { LedgerFact } from './ledger-fact.ts'

type Fact<K extends LedgerFact['kind']> = Extract<LedgerFact, { kind: K }>
type Change = Partial<Omit<Account, 'statement' | 'seq'>> & { line?: StatementLine }

/** The account after one more fact. Credits bought - refunded = balance + held + used - short, always. */
export function foldLedger(account: Account, fact: LedgerFact): Account {
  const { line, ...change } = changeOf(account, fact)
  const statement = line ? [...account.statement, line] : account.statement
  return { ...account, ...change, seq: fact.seq, statement }
}

function changeOf(account: Account, fact: LedgerFact): Change {
  switch (fact.kind) {
    case 'order-paid':
      return pay(account, fact)
    case 'order-refunded':
      return refund(account, fact)
    case 'held': {
      const balance = account.balance - 1
      const credit: SessionCredit = { state: 'held', hold: fact.hold, heldAt: fact.at }
      return {
        ...withCredit(account, fact.sessionId, credit),
        balance,
        held: account.held + 1,
        line: { kind: 'held', at: fact.at, change: -1, balance, sessionId: fact.sessionId },
      }
    }
    case 'opened':
      return mark(account, fact)
    case 'captured':
      return {
        ...mark(account, fact),
        held: account.held - 1,
        used: account.used + 1,
        line: {
          kind: 'captured',
          at: fact.at,
          change: 0,
          balance: account.balance,
          sessionId: fact.sessionId,
        },
      }
    case 'released':
      return { ...mark(account, fact), ...giveBack(account, fact, fact.reason), held: account.held - 1 }
    case 'credited-back':
      return { ...mark(account, fact), ...giveBack(account, fact, 'failed'), used: account.used - 1 }
  }
}

function pay(account: Account, fact: Fact<'order-paid'>): Change {
  const { orderId, number, product, credits, cents, currency, receiptUrl, at } = fact
  const paid = { number, product, credits, cents, currency, refundedCents: 0, refundedCredits: 0 }
  const order = { ...paid, ...(receiptUrl ? { receiptUrl } : {}) }
  const balance = account.balance + credits
  return {
    orders: { ...account.orders, [orderId]: order },
    balance,
    line: { kind: 'bought', at, change: credits, balance, order },
  }
}

/** Takes back what is not in use; the rest is `short`. */
function refund(account: Account, { orderId, cents, credits, at }: Fact<'order-refunded'>): Change {
  const before = account.orders[orderId]
  if (!before) return {}
  const order = { ...before, refundedCents: cents, refundedCredits: credits }
  const asked = credits - before.refundedCredits
  const taken = Math.min(asked, account.balance)
  const balance = account.balance - taken
  const short = asked - taken
  return {
    orders: { ...account.orders, [orderId]: order },
    balance,
    short: account.short + short,
    line: { kind: 'refunded', at, change: 0 - taken, balance, order, short },
  }
}

function giveBack(
  account: Account,
  { sessionId, at }: Fact<'released' | 'credited-back'>,
  why: Extract<StatementLine, { kind: 'returned' }>['why'],
): Change {
  const toRefund = account.short > 0
  const balance = account.balance + (toRefund ? 0 : 1)
  return {
    balance,
    short: account.short - (toRefund ? 1 : 0),
    line: { kind: 'returned', at, change: toRefund ? 0 : 1, balance, sessionId, why, toRefund },
  }
}

function mark(
  account: Account,
  { kind, sessionId, hold }: Fact<'opened' | 'captured' | 'released' | 'credited-back'>,
): Change {
  const heldAt = account.credits[sessionId]?.heldAt ?? 0
  return withCredit(account, sessionId, { state: kind, hold, heldAt })
}

function withCredit(account: Account, sessionId: string, credit: SessionCredit): Change {
  return { credits: { ...account.credits, [sessionId]: credit } }
}
