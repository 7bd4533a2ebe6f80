/** Where it is noted whose an order is: its owner's id, before anything is credited. */
export function orderKey(orderId: string): string {
  return `orders/owner/${orderId}`
}

/** Where it is noted that the operator has been told of an order that is nobody's or not as sold. */
export function strayKey(orderId: string): string {
  return `orders/stray/${orderId}`
}

/** Where the claim of an order waits for the seller to confirm it; of one order, when it is named. */
export function claimPrefix(orderId?: string): string {
  return orderId === undefined ? 'orders/claim/' : `orders/claim/${orderId}/`
}

/** Where it is noted that access to the voice service was asked for on a credit; of one session, when it is named. */
export function accessPrefix(sessionId?: string): string {
  return sessionId === undefined ? 'credits/access/' : `credits/access/${sessionId}/`
}
