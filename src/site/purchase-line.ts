import { products } from '../domain/ledger/product.ts'
import type { CreditLine } from '../wire/credits.ts'
import { formatPrice } from './format-price.ts'

export interface PurchaseLine {
  at: string
  what: string
  /** Where to look it up, if anywhere. */
  link: { href: string; name: string } | null
  /** With its sign; empty for none. */
  change: string
  balance: number
}

const REASONS = {
  'no-access': 'ElevenLabs gave no access.',
  'no-call': 'No call came of it.',
  'before-code': 'The session ended, or was left for a day, before the code.',
  deleted: 'The session was deleted before the code.',
  failed: 'ElevenLabs reports that the last call failed, and the interview had not come to its end.',
}

/** A line of the ledger in the buyer's words. */
export function purchaseLine(line: CreditLine): PurchaseLine {
  const { at, balance, change } = line
  const sign = change > 0 ? `+${change}` : change < 0 ? `−${-change}` : ''
  return { at, balance, change: sign, what: wordsOf(line), link: linkOf(line) }
}

function wordsOf(line: CreditLine): string {
  switch (line.kind) {
    case 'bought': {
      const { order } = line
      return `Order ${order.number}: ${products[order.product].name.toLowerCase()}, ${formatPrice(order.cents, order.currency)} paid with tax.`
    }
    case 'refunded': {
      const { order, short } = line
      const share = order.refundedCents >= order.cents ? 'all' : 'part'
      const inUse =
        short === 0
          ? ''
          : ` ${count(short)} of it ${short === 1 ? 'was' : 'were'} in use: nothing is owed for that.`
      return `Order ${order.number}: ${share} of it refunded, ${formatPrice(order.refundedCents, order.currency)} so far.${inUse}`
    }
    case 'held':
      return 'Held for a session by ElevenLabs.'
    case 'captured':
      return 'Used: the session came to the code.'
    case 'returned':
      return line.toRefund
        ? `${REASONS[line.why]} The order behind this credit was refunded, so it does not come back.`
        : `Given back. ${REASONS[line.why]}`
  }
}

function count(credits: number): string {
  return credits === 1 ? '1 credit' : `${credits} credits`
}

function linkOf(line: CreditLine): PurchaseLine['link'] {
  if ('sessionId' in line) return { href: `/session/${line.sessionId}`, name: 'Session' }
  const { receiptUrl } = line.order
  return receiptUrl ? { href: receiptUrl, name: 'Receipt and invoice' } : null
}
