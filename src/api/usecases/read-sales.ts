import type { OrderFacts } from '../../domain/operator/summarise.ts'
import type { Dependencies } from '../dependencies.ts'
import { readAccount } from './read-account.ts'

/** What was sold, and what it was used for. */
export interface Sales {
  /** Paid from `fromMs` to `toMs`, less what has been refunded of them since. */
  orders: OrderFacts[]
  /** Sessions that a credit was spent on, whenever. */
  used: Set<string>
}

/** Sales made anew from every ledger there is. Times are ms since 1970. */
export async function readSales({ ledger }: Dependencies, fromMs: number, toMs: number): Promise<Sales> {
  const orders: OrderFacts[] = []
  const used = new Set<string>()
  for (const buyer of await ledger.listBegun(0, toMs + 1)) {
    const account = await readAccount(ledger, buyer)
    for (const [sessionId, { state }] of Object.entries(account.credits)) {
      if (state === 'captured') used.add(sessionId)
    }
    const bought = account.statement.flatMap((line) => (line.kind === 'bought' ? [line] : []))
    bought.forEach(({ at, order: { number } }, index) => {
      const order = Object.values(account.orders).find((each) => each.number === number)
      if (!order || at < fromMs || at > toMs) return
      orders.push({ cents: order.cents - order.refundedCents, buyer, first: index === 0 })
    })
  }
  return { orders, used }
}
