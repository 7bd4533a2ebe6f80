import type { z } from 'zod'
import { StorageFailure } from './storage-failure.ts'

/**
 * An event as it was stored.
 * @throws StorageFailure that names the log and the field when it does not fit
 */
export function parseStored<E>(Event: z.ZodType<E>, body: string, key: string): E {
  const parsed = Event.safeParse(parseJson(body))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new StorageFailure(`read the log ${key}`, new Error(`${issue?.path.join('.')}: ${issue?.message}`))
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
