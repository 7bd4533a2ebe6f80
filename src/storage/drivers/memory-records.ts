import { checkBlobKey } from '../check-blob-key.ts'
import { checkBlobPrefix } from '../check-blob-prefix.ts'
import type { Kept, RecordStore } from '../record-store.ts'

/** Keeps records in this process: for tests. Everything is gone when the process ends. */
export function createMemoryRecords(now: () => number = Date.now): RecordStore {
  const records = new Map<string, { value: string; expiresAt: number }>()
  const live = (key: string) => {
    checkBlobKey(key)
    const found = records.get(key)
    if (found && found.expiresAt <= now()) records.delete(key)
    return records.get(key)
  }
  const keep = (key: string, value: string, { expiresAt = Infinity }: Kept = {}) => {
    checkBlobKey(key)
    records.set(key, { value, expiresAt })
  }
  return {
    async get(key) {
      return live(key)?.value
    },
    async put(key, value, kept) {
      keep(key, value, kept)
    },
    async putNew(key, value, kept) {
      if (live(key)) return false
      keep(key, value, kept)
      return true
    },
    async take(key) {
      const found = live(key)
      records.delete(key)
      return found?.value
    },
    async add(key, amount, kept) {
      const found = live(key)
      const sum = Number(found?.value ?? 0) + amount
      keep(key, `${sum}`, found ?? kept)
      return sum
    },
    async list(prefix) {
      checkBlobPrefix(prefix)
      return [...records.keys()].filter((key) => key.startsWith(prefix) && live(key)).sort()
    },
    async delete(key) {
      checkBlobKey(key)
      records.delete(key)
    },
    async close() {
      records.clear()
    },
  }
}
