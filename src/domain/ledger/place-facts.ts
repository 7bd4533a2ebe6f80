import type { LedgerFact, NewFact } from './ledger-fact.ts'

/**
 * Places facts behind an account's last one. Their ids are made of what caused them outside: an order and how much of it
 * is refunded, or a session and its hold.
 * @param seq of the account's last fact
 * @param nowMs milliseconds since 1970
 */
export function placeFacts(seq: number, facts: readonly NewFact[], nowMs: number): LedgerFact[] {
  return facts.map((fact, index) => ({ ...fact, id: idOf(fact), seq: seq + index + 1, at: nowMs }))
}

function idOf(fact: NewFact): string {
  switch (fact.kind) {
    case 'order-paid':
      return `${fact.kind}:${fact.orderId}`
    case 'order-refunded':
      return `${fact.kind}:${fact.orderId}:${fact.cents}`
    default:
      return `${fact.kind}:${fact.sessionId}:${fact.hold}`
  }
}
