import type { ZodError } from 'zod'
import { Fault } from './failure.ts'

/** The fault for a request that does not fit its schema: names the first field and what is wrong with it. */
export function toFault(error: Pick<ZodError, 'issues'>): Fault {
  const [issue] = error.issues
  const field = issue?.path.join('.') || 'body'
  return new Fault('invalid', `${field}: ${issue?.message ?? 'does not fit'}.`)
}
