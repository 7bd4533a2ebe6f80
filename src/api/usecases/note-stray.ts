import type { Dependencies } from '../dependencies.ts'
import { strayKey } from '../order-keys.ts'

/** Tells the operator, once, of an order that is not credited. */
export async function noteStray(
  { records, background }: Dependencies,
  id: string,
  why: string,
): Promise<void> {
  if (!(await records.putNew(strayKey(id), why))) return
  background(Promise.reject(new Error(`The order ${id} is not credited: ${why}.`)))
}
