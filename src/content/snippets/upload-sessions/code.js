import { randomUUID } from 'node:crypto'

/**
 * @typedef {object} Upload
 * @property {string} id
 * @property {string} workspaceId
 * @property {string} name
 * @property {number} bytes
 * @property {number} partCount
 * @property {string} key  Where it is in the store, while in parts and afterwards.
 * @property {'open' | 'stored' | 'expired' | 'removed'} state
 * @property {null | 'clean' | 'infected' | 'unreadable'} verdict  The scanner's. It can't look into everything.
 * @property {number} expiresAt
 *
 * @typedef {object} Services
 * @property {object} uploads  A table. Writes nothing when it rejects.
 * @property {(upload: Upload) => Promise<void>} uploads.insert
 * @property {(by: { id: string } | { key: string }) => Promise<Upload | null>} uploads.find
 * @property {(time: number) => Promise<Upload[]>} uploads.expiredBefore  The open ones, oldest first.
 * @property {(id: string, fields: object) => Promise<void>} uploads.update
 * @property {(id: string, states: string[], fields: object) => Promise<boolean>} uploads.updateIf
 *   The same, but only in one of these states. Resolves to whether it was.
 * @property {(workspaceId: string, bytes: number) => Promise<boolean>} reserve
 *   Adds to what the workspace uses, in one step. Resolves to false when that would be more than it may.
 * @property {(workspaceId: string, bytes: number) => Promise<void>} release  Takes it off again.
 * @property {object} store
 * @property {(key: string, number: number, ms: number) => Promise<string>} store.signPart
 * @property {(key: string, parts: { number: number, etag: string }[]) => Promise<{ bytes: number }>} store.assemble
 *   Puts them together by number, in up to ten minutes. From then on nothing changes the object, and asking
 *   again answers the same. Rejects if a part isn't there.
 * @property {(key: string, name: string, ms: number) => Promise<string>} store.signRead
 * @property {(key: string) => Promise<void>} store.remove  Parts and object, for good. Nothing there is no error.
 * @property {() => number} now
 * @property {(message: string, fields: object) => void} log
 */

const MAX_BYTES = 20 * 1024 ** 3
const PART_BYTES = 64 * 1024 ** 2
const PART_MS = 3_600_000
const READ_MS = 5 * 60_000
const OPEN_MS = 24 * 3_600_000
const GRACE_MS = 2 * 3_600_000

/** POST /uploads */
export async function beginUpload(services, viewer, { name, bytes }) {
  if (typeof name !== 'string' || !name || name.length > 255) return { status: 400 }
  if (!Number.isSafeInteger(bytes) || bytes < 1 || bytes > MAX_BYTES) return { status: 400 }
  const { workspaceId } = viewer
  if (!(await services.reserve(workspaceId, bytes))) return { status: 413 }

  const id = randomUUID()
  const partCount = Math.ceil(bytes / PART_BYTES)
  const expiresAt = services.now() + OPEN_MS
  const upload = { id, workspaceId, name, bytes, partCount, key: `${workspaceId}/${id}`, expiresAt }
  await services.uploads.insert({ ...upload, state: 'open', verdict: null }).catch(async (error) => {
    await services.release(workspaceId, bytes)
    throw error
  })
  return { status: 201, body: { id, partCount, partBytes: PART_BYTES } }
}

/** POST /uploads/:id/parts/:number. Clients send several parts at once, straight to the store. */
export async function partAddress(services, viewer, id, number) {
  const upload = await findFor(services, viewer, id)
  if (!upload || !isOpen(services, upload)) return { status: 404 }
  if (!Number.isInteger(number) || number < 1 || number > upload.partCount) return { status: 400 }
  return { status: 200, body: { url: await services.store.signPart(upload.key, number, PART_MS) } }
}

/** POST /uploads/:id/complete. Clients ask again when they get no answer. */
export async function completeUpload(services, viewer, id, parts) {
  const upload = await findFor(services, viewer, id)
  if (!upload) return { status: 404 }
  if (!isOpen(services, upload) && upload.state !== 'stored') return { status: 410 }
  if (parts.length !== upload.partCount) return { status: 400 }

  const object = await services.store.assemble(upload.key, parts)
  services.log('assembled', { id, bytes: object.bytes })
  const isStored = await services.uploads.updateIf(id, ['open', 'stored'], { state: 'stored' })
  return { status: isStored ? 200 : 410 }
}

/** POST /internal/scans. The store tells the scanner of each new object, and it calls until it gets a 2xx. */
export async function onScanned(services, { key, verdict }) {
  const upload = await services.uploads.find({ key })
  if (!upload) return { status: 204 }
  await services.uploads.update(upload.id, { verdict })
  if (verdict === 'infected') await dispose(services, upload, 'removed')
  return { status: 204 }
}

/** GET /uploads/:id/download. For all members of the workspace. */
export async function downloadAddress(services, viewer, id) {
  const upload = await findFor(services, viewer, id)
  if (upload?.state !== 'stored') return { status: 404 }
  if (upload.verdict === 'infected') return { status: 410 }
  return { status: 200, body: { url: await services.store.signRead(upload.key, upload.name, READ_MS) } }
}

/** Every ten minutes in every process. */
export async function sweep(services) {
  const stale = await services.uploads.expiredBefore(services.now() - GRACE_MS)
  for (const upload of stale) await dispose(services, upload, 'expired')
  services.log('swept', { uploads: stale.length })
}

async function dispose(services, upload, state) {
  await services.store.remove(upload.key)
  await services.uploads.update(upload.id, { state })
  await services.release(upload.workspaceId, upload.bytes)
}

async function findFor(services, viewer, id) {
  const upload = await services.uploads.find({ id })
  return upload?.workspaceId === viewer.workspaceId ? upload : null
}

const isOpen = (services, upload) => upload.state === 'open' && services.now() < upload.expiresAt
