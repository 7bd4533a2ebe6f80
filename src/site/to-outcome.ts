import { Fault, toFailure } from '../api/failure.ts'
import { paymentsFault } from '../api/payments-fault.ts'
import { storageFault } from '../api/storage-fault.ts'
import type { FaultBody } from '../wire/fault.ts'

/** What became of something a form asked for. `status`: of the answer that says why not. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: FaultBody['error']; status: number }

/**
 * What a use case gave, or the fault it refused with; a store that could not keep something and a seller that
 * gives no checkout are faults, too, which a form can say. Null for an absent object. Whatever else is thrown stays thrown.
 */
export async function toOutcome<T>(answer: Promise<T>): Promise<Outcome<T> | null> {
  try {
    return { ok: true, value: await answer }
  } catch (error) {
    const fault = error instanceof Fault ? error : (storageFault(error) ?? paymentsFault(error))
    if (!fault) throw error
    if (fault.code === 'not-found') return null
    const { status, body } = toFailure(fault)
    return { ok: false, fault: body.error, status }
  }
}
