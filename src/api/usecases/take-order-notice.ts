import type { OrderNotice } from '../../payments/payments.ts'
import type { Dependencies } from '../dependencies.ts'
import { creditOrder } from './credit-order.ts'

/**
 * Takes what the seller tells of an order; see `creditOrder`. Only a signed account can be credited: whoever pays for
 * somebody else's name, or a made-up one, credits nobody.
 * @throws Fault `busy`
 */
export async function takeOrderNotice(dependencies: Dependencies, notice: OrderNotice): Promise<void> {
  if (notice.kind === 'other') return
  await creditOrder(dependencies, notice.order, dependencies.links.read('account', notice.account))
}
