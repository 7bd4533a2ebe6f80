import type { VercelKV } from '@vercel/kv'
import type { z } from 'zod'
import { StorageFailure } from '../storage-failure.ts'
import { patientSignal } from './patient-signal.ts'

/** Where a database of Vercel KV (Upstash Redis over REST) is. */
export interface VercelKvAccount {
  url: string
  token: string
}

/** A database in which every step is one script, and one trip. */
export interface VercelKv {
  /**
   * Runs a Lua script, atomically, and gives what it returns, parsed by `Answer`. It may be run twice when the network
   * fails: it has to bear that.
   * @param action what a failure says that could not be done
   * @throws StorageFailure without a word of the arguments
   */
  run<T>(
    action: string,
    Answer: z.ZodType<T>,
    script: string,
    keys: string[],
    args: (string | number)[],
  ): Promise<T>
}

/** A trip that is broken off is made again so often, after 50 and 100 ms: a function that slept wakes with dead sockets. */
const RETRIES = 2
/** Silence that ends a step, in ms. */
const DEADLINE_MS = 10_000

/** Opens a database; nothing is sent, and no client loaded, before the first step. Values are texts, to the letter: nothing is read as JSON on the way. */
export function openVercelKv({ url, token }: VercelKvAccount): VercelKv {
  let opened: VercelKV | undefined
  const open = async () => {
    const { createClient } = await import('@vercel/kv')
    return (opened ??= createClient({
      url,
      token,
      automaticDeserialization: false,
      enableAutoPipelining: false,
      retry: { retries: RETRIES, backoff: (retry) => 50 * 2 ** retry },
      signal: () => patientSignal(DEADLINE_MS),
    }))
  }
  return {
    async run(action, Answer, script, keys, args) {
      const kv = await open()
      const answer = await kv.eval(script, keys, args.map(String)).catch((error: unknown) => {
        throw new StorageFailure(action, reasonOf(error))
      })
      const parsed = Answer.safeParse(answer)
      if (parsed.success) return parsed.data
      throw new StorageFailure(action, new Error('the database gave something else than was asked for'))
    },
  }
}

/** The client puts the whole command into its errors, with what people said in it. */
function reasonOf(error: unknown): Error {
  const told = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  const [reason = ''] = told.split(', command was:')
  return new Error(`${reason.slice(0, 200)}${cause.slice(0, 200)}`)
}
