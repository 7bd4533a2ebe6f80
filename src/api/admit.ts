import type { Dependencies } from './dependencies.ts'
import { Fault } from './failure.ts'
import type { LimitName, Visitor } from './limits.ts'
import { allowancesOf, limits } from './limits.ts'

/**
 * Counts one more step of this kind.
 * @throws Fault `too-many` when it is one too many; StorageFailure when it is counted in a store that does not answer
 */
export async function admit(
  { limiters }: Pick<Dependencies, 'limiters'>,
  name: LimitName,
  visitor: Visitor,
): Promise<void> {
  const allowances = allowancesOf(name, visitor)
  if (allowances.length === 0) return
  const admission = await limiters[limits[name].counted].take(allowances)
  if (admission.ok) return
  const seconds = Math.ceil(admission.retryAfterMs / 1_000)
  const wait = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`
  throw new Fault('too-many', 'That was more than may be done at a time.', `Try again in ${wait}.`, seconds)
}
