import type { RecordStore } from '../storage/record-store.ts'
import { shareKey, sharesOf } from './share-keys.ts'

/** Removes the links of a session, or the one named. Broken off in between, it can be done again. */
export async function revoke(records: RecordStore, sessionId: string, shareId?: string): Promise<void> {
  const prefix = sharesOf(sessionId)
  const keys = (await records.list(prefix)).filter((key) => shareId === undefined || key === prefix + shareId)
  for (const key of keys) {
    await records.delete(shareKey(key.slice(prefix.length)))
    await records.delete(key)
  }
}
