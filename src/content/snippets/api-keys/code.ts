import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export type Scope = 'events:read' | 'events:write' | 'exports:read' | 'keys:manage'

export interface ApiKey {
  /** Unique, and public: what the console and the logs show of a token. */
  prefix: string
  projectId: string
  scopes: Scope[]
  hash: string
  /** What a rotation has replaced, for the clients that have yet to move over. */
  previous: { hash: string; until: number } | null
  revokedAt: number | null
  lastUsedAt: number | null
}

/** A key that the guard let in, or an owner in the console, who has every scope. */
export type Caller = { by: string; projectId: string; scopes: Scope[] }

export interface Services {
  keys: {
    find(prefix: string): Promise<ApiKey | null>
    insert(key: ApiKey): Promise<void>
    /** Writes the fields it is given and no others. */
    update(prefix: string, fields: Partial<ApiKey>): Promise<void>
    /** The same, but only while the key has this hash. Resolves to whether it had. */
    updateIf(prefix: string, hash: string, fields: Partial<ApiKey>): Promise<boolean>
  }
  /** In this process. Drops what was used least recently beyond 10,000 entries. */
  cache: Map<string, { key: ApiKey; until: number }>
  /** Resolves once every process has called forget, which takes up to a second. */
  drops: { publish(prefix: string): Promise<void> }
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

const CACHE_MS = 5 * 60_000
const GRACE_MS = 24 * 3_600_000
const STAMP_MS = 60_000
const TOKEN = /^ek_([0-9a-f]{12})_([\w-]{43})$/

const newSecret = () => randomBytes(32).toString('base64url')
const digest = (secret: string) => createHash('sha256').update(secret).digest('hex')
const isSame = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b))
const holds = (caller: Caller, scopes: Scope[]) => scopes.every((scope) => caller.scopes.includes(scope))

/** Runs before every route under /v1/projects/:project. */
export async function guard(services: Services, token: string, projectId: string, needed: Scope) {
  const [, prefix, secret] = TOKEN.exec(token) ?? []
  if (!prefix || !secret) return { status: 401 }
  const key = await findKey(services, prefix)
  if (!key || key.revokedAt || !accepts(key, digest(secret), services.now())) return { status: 401 }
  if (key.projectId !== projectId) return { status: 404 }
  if (!key.scopes.includes(needed)) return { status: 403 }

  stampUse(services, key)
  return { status: 200, caller: { by: prefix, projectId, scopes: key.scopes } }
}

async function findKey(services: Services, prefix: string): Promise<ApiKey | null> {
  const cached = services.cache.get(prefix)
  if (cached && cached.until > services.now()) return cached.key
  const key = await services.keys.find(prefix)
  if (key) services.cache.set(prefix, { key, until: services.now() + CACHE_MS })
  return key
}

/** Called in every process when a key has changed. */
export function forget(services: Services, prefix: string) {
  services.cache.delete(prefix)
}

function accepts(key: ApiKey, hash: string, now: number): boolean {
  const inGrace = key.previous !== null && key.previous.until > now && isSame(key.previous.hash, hash)
  return inGrace || isSame(key.hash, hash)
}

/** The console shows to the minute when a key was last used. */
function stampUse(services: Services, key: ApiKey) {
  const now = services.now()
  if (key.lastUsedAt && now - key.lastUsedAt < STAMP_MS) return
  key.lastUsedAt = now
  const written = services.keys.update(key.prefix, key)
  written.catch((error: unknown) => services.log('use not stamped', { key: key.prefix, error }))
}

/** POST /v1/projects/:project/keys. This and the two below need keys:manage. */
export async function createKey(services: Services, caller: Caller, scopes: Scope[]) {
  if (!holds(caller, scopes)) return { status: 403 }
  const [prefix, secret] = [randomBytes(6).toString('hex'), newSecret()]
  const key = { prefix, projectId: caller.projectId, scopes, hash: digest(secret) }
  await services.keys.insert({ ...key, previous: null, revokedAt: null, lastUsedAt: null })
  return { status: 201, token: `ek_${prefix}_${secret}` }
}

/** POST /v1/projects/:project/keys/:prefix/rotate. Pipelines rotate the keys of what they deploy. */
export async function rotateKey(services: Services, caller: Caller, prefix: string) {
  const key = await services.keys.find(prefix)
  if (key?.projectId !== caller.projectId) return { status: 404 }
  if (key.revokedAt) return { status: 409 }

  const secret = newSecret()
  const next = { hash: digest(secret), previous: { hash: key.hash, until: services.now() + GRACE_MS } }
  if (!(await services.keys.updateIf(prefix, key.hash, next))) return { status: 409 }
  await services.drops.publish(prefix)
  services.log('key rotated', { key: prefix, by: caller.by })
  return { status: 200, token: `ek_${prefix}_${secret}` }
}

/** DELETE /v1/projects/:project/keys/:prefix. Leak scanners call it too, with a key for nothing else. */
export async function revokeKey(services: Services, caller: Caller, prefix: string) {
  const key = await services.keys.find(prefix)
  if (key?.projectId !== caller.projectId) return { status: 404 }
  await services.keys.update(prefix, { revokedAt: key.revokedAt ?? services.now() })
  await services.drops.publish(prefix)
  services.log('key revoked', { key: prefix, by: caller.by })
  return { status: 204 }
}
