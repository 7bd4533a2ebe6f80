import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'
import { claimPrefix } from '../order-keys.ts'
import { claimOrder } from './claim-order.ts'
import { creditOrder } from './credit-order.ts'

const MINUTE = 60 * 1000
const DAY = 24 * 60 * MINUTE

/** How often the orders of which span are asked for: lately made ones often, and all that may still be refunded once a day. */
const rounds = [
  { key: 'orders/asked/lately', everyMs: 5 * MINUTE, spanMs: 3 * DAY },
  { key: 'orders/asked/all', everyMs: DAY, spanMs: 180 * DAY },
]

const Claim = z.object({ ownerId: z.string(), orderId: z.string(), identifier: z.string() })

/**
 * Asks the seller after its orders, so that one whose webhooks were lost is credited or refunded all the same. The list
 * does not say whose an order is: that is known from a webhook, or from the link that the buyer came back by; until then
 * the operator is told. An order that fails keeps no other from being taken; `logError` hears why.
 */
export async function reconcileOrders(
  dependencies: Dependencies,
  logError: (error: unknown) => void,
): Promise<void> {
  const { records, payments, now } = dependencies
  if (payments.products.length === 0) return
  const each = async (work: () => Promise<void>) => work().catch(logError)
  for (const key of await records.list(claimPrefix())) {
    await each(async () => {
      const claim = await records.get(key)
      if (claim !== undefined) await claimOrder(dependencies, Claim.parse(JSON.parse(claim)))
    })
  }
  for (const { key, everyMs, spanMs } of rounds) {
    if (!(await records.putNew(key, '', { expiresAt: now() + everyMs }))) continue
    try {
      for (const order of await payments.listOrders(now() - spanMs)) {
        await each(() => creditOrder(dependencies, order, undefined))
      }
    } catch (error) {
      await records.delete(key)
      throw error
    }
  }
}
