import { isSameSecret } from '../is-same-secret.ts'
import type { Dependencies } from '../dependencies.ts'
import { claimPrefix } from '../order-keys.ts'
import { creditOrder } from './credit-order.ts'

/** Which order a link from the seller was for, and for which account. */
export interface Claim {
  ownerId: string
  orderId: string
  identifier: string
}

/**
 * Credits an order that no webhook told of to the account whose link came back with it. Only the buyer knows an order's
 * identifier, and the seller is asked whether it fits: a number that was guessed claims nothing. The claim is kept until
 * the seller has answered.
 * @throws StorageFailure, PaymentsFailure; `reconcileOrders` goes on with it
 */
export async function claimOrder(dependencies: Dependencies, claim: Claim): Promise<void> {
  const { records, payments, now } = dependencies
  const { ownerId, orderId, identifier } = claim
  const key = `${claimPrefix(orderId)}${ownerId}`
  await records.put(key, JSON.stringify(claim), { expiresAt: now() + KEPT_MS })
  const order = await payments.findOrder(orderId)
  if (order && isSameSecret(order.identifier, identifier)) await creditOrder(dependencies, order, ownerId)
  await records.delete(key)
}

/** A claim that the seller could not be asked about for so long is given up: the receipt's link makes it again. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000
