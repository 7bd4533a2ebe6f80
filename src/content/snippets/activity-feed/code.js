/**
 * @typedef {object} ActivityEvent
 * @property {string} id
 * @property {number} at  When it happened, in milliseconds. Not always when it was written.
 * @property {string} type
 * @property {string} projectId
 * @property {string} summary
 *
 * @typedef {object} Viewer  Whose token it is, and what they may see at the time of the request.
 * @property {string} tokenId
 * @property {string} workspaceId
 * @property {string[]} projectIds  Members see the open projects and the private ones they were added to.
 *
 * @typedef {object} Services
 * @property {{ newest(filter: object): Promise<ActivityEvent[]> }} events
 *   The workspace's events in those projects, newest first, those of the same moment by descending id.
 *   `before` takes { at } for what happened earlier, or { at, id } for what comes after that event.
 * @property {Map<string, { page: Promise<object>, expiresAt: number }>} pages
 *   In this process. Drops what was used least recently beyond 10,000 entries.
 * @property {object} counters  Shared by all processes.
 * @property {(key: string) => Promise<number>} counters.read
 * @property {(key: string, ttlMs: number) => Promise<number>} counters.increment
 *   Adds one and resolves to the sum, in one step. The key expires ttlMs after it was first added to.
 * @property {() => number} now
 * @property {(message: string, fields: object) => void} log
 */

const PAGE_TTL_MS = 15_000
const WINDOW_MS = 60_000
const REQUESTS_PER_WINDOW = 120
const TYPES = ['task', 'comment', 'file', 'member']

/**
 * GET /api/activity?type=&limit=&cursor=. Clients follow nextCursor until it is null.
 * @param {Services} services
 * @param {{ viewer: Viewer, query: URLSearchParams }} request
 */
export async function listActivity(services, { viewer, query }) {
  const windowEnd = (Math.floor(services.now() / WINDOW_MS) + 1) * WINDOW_MS
  const rateKey = `rate:${viewer.tokenId}:${windowEnd}`
  if ((await services.counters.read(rateKey)) >= REQUESTS_PER_WINDOW) {
    const seconds = Math.ceil((windowEnd - services.now()) / 1000)
    return { status: 429, headers: { 'retry-after': String(seconds) } }
  }

  const type = query.get('type') || null
  if (type && !TYPES.includes(type)) return { status: 400, body: { error: 'unknown type' } }
  const cursor = query.get('cursor')
  const before = cursor ? decodeCursor(cursor) : null
  if (cursor && !before) return { status: 400, body: { error: 'unknown cursor' } }

  const limit = readLimit(query.get('limit'))
  const body = await readPage(services, viewer, { type, limit, cursor, before })
  await services.counters.increment(rateKey, WINDOW_MS)
  return { status: 200, body }
}

function readPage(services, viewer, filter) {
  const key = JSON.stringify([viewer.workspaceId, filter.type, filter.limit, filter.cursor])
  const known = services.pages.get(key)
  if (known && known.expiresAt > services.now()) return known.page

  const page = loadPage(services, viewer, filter)
  services.pages.set(key, { page, expiresAt: services.now() + PAGE_TTL_MS })
  return page
}

async function loadPage(services, viewer, { type, limit, before }) {
  const { workspaceId, projectIds } = viewer
  const startedAt = services.now()
  const rows = await services.events.newest({ workspaceId, projectIds, type, before, limit: limit + 1 })
  services.log('page loaded', { workspaceId, rows: rows.length, ms: services.now() - startedAt })

  const events = rows.slice(0, limit)
  return {
    items: events.map(({ id, at, type, summary }) => ({ id, at: new Date(at).toISOString(), type, summary })),
    nextCursor: rows.length > limit ? encodeCursor(events.at(-1)) : null,
  }
}

function readLimit(text) {
  const asked = Number.parseInt(text ?? '', 10)
  return Number.isNaN(asked) ? 25 : Math.min(Math.max(asked, 1), 100)
}

function encodeCursor(event) {
  const position = { at: event.at }
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

function decodeCursor(cursor) {
  try {
    const { at } = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Number.isSafeInteger(at) ? { at } : null
  } catch {
    return null
  }
}
