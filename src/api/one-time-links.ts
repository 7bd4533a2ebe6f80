import { createHash, randomBytes } from 'node:crypto'
import type { RecordStore } from '../storage/record-store.ts'

/** How long a link works that moves an account to another device, in ms. */
const WORKS_MS = 15 * 60 * 1000

const keyOf = (token: string) => `moves/${createHash('sha256').update(token).digest('base64url')}`

/** Links that work once, for a quarter of an hour. The store holds a hash of each. */
export interface OneTimeLinks {
  /** The last part of a new link for this account: 192 random bits. */
  make(ownerId: string): Promise<string>
  /** The account a link is for, which stays as it is; undefined once it is used or over. */
  look(token: string): Promise<string | undefined>
  /** The account a link is for, once. */
  use(token: string): Promise<string | undefined>
}

export function createOneTimeLinks(records: RecordStore, now: () => number): OneTimeLinks {
  return {
    async make(ownerId) {
      const token = randomBytes(24).toString('base64url')
      await records.put(keyOf(token), ownerId, { expiresAt: now() + WORKS_MS })
      return token
    },
    look: (token) => records.get(keyOf(token)),
    use: (token) => records.take(keyOf(token)),
  }
}
