import type { BlobEntry, BlobPart, BlobStore, ByteRange } from '../blob-store.ts'
import { checkBlobKey } from '../check-blob-key.ts'
import { checkBlobPrefix } from '../check-blob-prefix.ts'
import { StorageFailure } from '../storage-failure.ts'
import { patientSignal } from './patient-signal.ts'

/** Everything that one call may take, in ms. The client alone would try eleven times, in a quarter of an hour. */
const DEADLINE_MS = 10_000

/** Loaded with the first call: it takes longer than everything else that a server without it has to load. */
const client = () => import('@vercel/blob')

/**
 * Keeps blobs in a private store of Vercel Blob: without the token nobody reads one, and no address of one is given away.
 * Reads go past the cache, so that what was replaced or deleted is not read again.
 *
 * @param token `vercel_blob_rw_<store>_<secret>`
 */
export function createVercelBlobs(token: string, deadlineMs = DEADLINE_MS): BlobStore {
  const attempt = <T>(action: string, call: (signal: AbortSignal) => Promise<T>) =>
    inTime(action, deadlineMs, call)
  const options = (abortSignal: AbortSignal) => ({ token, abortSignal })
  return {
    async put(key, bytes) {
      checkBlobKey(key)
      const kept = { access: 'private', addRandomSuffix: false, allowOverwrite: true } as const
      const contentType = 'application/octet-stream'
      await attempt(`keep ${key}`, async (signal) =>
        (await client()).put(key, Buffer.from(bytes), { ...kept, contentType, ...options(signal) }),
      )
    },
    async get(key, range) {
      checkBlobKey(key)
      return attempt(`read ${key}`, (signal) => read(key, range, options(signal)))
    },
    async list(prefix) {
      checkBlobPrefix(prefix)
      const entries = await attempt(`list ${prefix}`, (signal) => listAll(prefix, options(signal)))
      return entries.sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    async delete(key) {
      checkBlobKey(key)
      await attempt(`delete ${key}`, async (signal) => (await client()).del(key, options(signal)))
    },
  }
}

interface CallOptions {
  token: string
  abortSignal: AbortSignal
}

async function read(
  key: string,
  range: ByteRange | undefined,
  options: CallOptions,
): Promise<BlobPart | undefined> {
  if (range && range.from >= range.to) return beyond(key, options)
  const headers = range && { range: `bytes=${range.from}-${range.to - 1}` }
  const asked = { access: 'private', useCache: false, ...options, ...(headers ? { headers } : {}) } as const
  try {
    const found = await (await client()).get(key, asked)
    if (!found?.stream) return undefined
    const bytes = new Uint8Array(await new Response(found.stream).arrayBuffer())
    const whole = /^bytes \d+-\d+\/(\d+)$/.exec(found.headers.get('content-range') ?? '')?.[1]
    if (whole !== undefined) return { bytes, size: Number(whole) }
    return { bytes: range ? bytes.slice(range.from, range.to) : bytes, size: bytes.length }
  } catch (error) {
    const end = range && (await beyond(key, options))
    if (range && end && range.from >= end.size) return end
    throw error
  }
}

/** Nothing of a blob, beside its size: what a range past its end holds. */
async function beyond(key: string, options: CallOptions): Promise<BlobPart> {
  return { bytes: new Uint8Array(), size: (await (await client()).head(key, options)).size }
}

async function listAll(prefix: string, options: CallOptions): Promise<BlobEntry[]> {
  const entries: BlobEntry[] = []
  let cursor: string | undefined
  do {
    const page = await (await client()).list({ prefix, ...options, ...(cursor ? { cursor } : {}) })
    entries.push(...page.blobs.map(({ pathname, size }) => ({ key: pathname, size })))
    cursor = page.hasMore ? page.cursor : undefined
  } while (cursor !== undefined)
  return entries
}

/** @throws StorageFailure when it fails or takes longer; what goes on then is broken off before it is tried again */
async function inTime<T>(
  action: string,
  deadlineMs: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = patientSignal(deadlineMs)
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`nothing came in ${deadlineMs} ms`)))
  })
  try {
    return await Promise.race([call(signal), over])
  } catch (error) {
    throw new StorageFailure(action, error)
  }
}
