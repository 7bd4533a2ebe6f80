import type { Payments } from '../payments.ts'
import { PaymentsFailure } from '../payments-failure.ts'

/** Nothing is sold. */
export function createFree(): Payments {
  return {
    products: [],
    openCheckout: () => Promise.reject(new PaymentsFailure('refused', 'nothing is sold here')),
    readNotice: () => ({ ok: false, why: 'unsigned' }),
    listOrders: () => Promise.resolve([]),
    findOrder: () => Promise.resolve(undefined),
  }
}
