import { randomBytes } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BlobEntry, BlobPart, BlobStore, ByteRange } from '../blob-store.ts'
import { checkBlobKey } from '../check-blob-key.ts'
import { checkBlobPrefix } from '../check-blob-prefix.ts'
import { StorageFailure } from '../storage-failure.ts'

/**
 * Keeps each blob as a file below `folder`, which is made on first use: folders 0700, files 0600. A blob is written
 * beside its place, synced and then named, so that a reader sees all of it or what was there before.
 */
export function createFileBlobs(folder: string): BlobStore {
  return {
    async put(key, bytes) {
      checkBlobKey(key)
      await attempt(`keep ${key}`, () => write(join(folder, key), bytes))
    },
    async get(key, range) {
      checkBlobKey(key)
      return attempt(`read ${key}`, () => unlessAbsent(read(join(folder, key), range), undefined))
    },
    async list(prefix) {
      checkBlobPrefix(prefix)
      const from = prefix.slice(0, prefix.lastIndexOf('/') + 1)
      const entries = await attempt(`list ${prefix}`, () => listBelow(folder, from))
      return entries.filter(({ key }) => key.startsWith(prefix)).sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    async delete(key) {
      checkBlobKey(key)
      await attempt(`delete ${key}`, () => unlessAbsent(rm(join(folder, key)), undefined))
    },
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomBytes(9).toString('hex')}`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function read(path: string, range: ByteRange | undefined): Promise<BlobPart> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const from = range?.from ?? 0
    const bytes = new Uint8Array(Math.max(0, Math.min(range?.to ?? size, size) - from))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled)
      if (bytesRead === 0) throw new Error('the file became shorter while it was read')
      filled += bytesRead
    }
    return { bytes, size }
  } finally {
    await file.close()
  }
}

/** `path` ends with a slash, or is empty. Drafts are left out: no key names one. */
async function listBelow(folder: string, path: string): Promise<BlobEntry[]> {
  const found = await unlessAbsent<Dirent[]>(readdir(join(folder, path), { withFileTypes: true }), [])
  const named = found.filter(({ name }) => !name.startsWith('.'))
  const entries = await Promise.all(
    named.map((entry) => {
      const key = path + entry.name
      return entry.isDirectory() ? listBelow(folder, `${key}/`) : entryOf(folder, key)
    }),
  )
  return entries.flat()
}

async function entryOf(folder: string, key: string): Promise<BlobEntry[]> {
  const info = await unlessAbsent(stat(join(folder, key)), undefined)
  return info ? [{ key, size: info.size }] : []
}

/** What the file system gives, or `standIn` where it has no such file. */
async function unlessAbsent<T>(given: Promise<T>, standIn: T): Promise<T> {
  try {
    return await given
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return standIn
    throw error
  }
}

async function attempt<T>(action: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new StorageFailure(action, error)
  }
}
