import { PaymentsFailure } from '../payments/payments-failure.ts'
import { Fault } from './failure.ts'

/** What a visitor is told when the seller did not do what was asked; undefined for any other error. */
export function paymentsFault(error: unknown): Fault | undefined {
  if (!(error instanceof PaymentsFailure)) return undefined
  return error.reason === 'refused'
    ? new Fault('checkout-refused', 'The seller did not accept this server’s request.')
    : new Fault('checkout-unreachable', 'The seller did not answer.')
}
