import { takeOrder } from '../../domain/ledger/take-order.ts'
import type { Order } from '../../payments/payments.ts'
import type { Dependencies } from '../dependencies.ts'
import { orderKey } from '../order-keys.ts'
import { changeAccount } from './change-account.ts'
import { noteStray } from './note-stray.ts'

/**
 * Enters an order, as its seller tells of it now, in the ledger of whose it is: once, whatever is told how often and in
 * which order. An order is the account's that it was first entered for. Durable when this resolves.
 * @param ownerId undefined when nobody is known
 * @throws Fault `busy`
 */
export async function creditOrder(
  dependencies: Dependencies,
  { id, content }: Order,
  ownerId: string | undefined,
): Promise<void> {
  const { records } = dependencies
  if (!content.ok) return noteStray(dependencies, id, content.why)
  if (ownerId !== undefined) await records.putNew(orderKey(id), ownerId)
  const owner = await records.get(orderKey(id))
  if (owner === undefined) return noteStray(dependencies, id, 'an order that names no account of this site')
  await changeAccount(dependencies, owner, (account) => takeOrder(account, content.order))
}
