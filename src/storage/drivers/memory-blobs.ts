import type { BlobStore } from '../blob-store.ts'
import { checkBlobKey } from '../check-blob-key.ts'
import { checkBlobPrefix } from '../check-blob-prefix.ts'

/** Keeps blobs in this process: for tests. Everything is gone when the process ends. */
export function createMemoryBlobs(): BlobStore {
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    async put(key, bytes) {
      checkBlobKey(key)
      blobs.set(key, new Uint8Array(bytes))
    },
    async get(key, range) {
      checkBlobKey(key)
      const bytes = blobs.get(key)
      return bytes && { bytes: bytes.slice(range?.from, range?.to), size: bytes.length }
    },
    async list(prefix) {
      checkBlobPrefix(prefix)
      return [...blobs]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, { length: size }]) => ({ key, size }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    async delete(key) {
      checkBlobKey(key)
      blobs.delete(key)
    },
  }
}
