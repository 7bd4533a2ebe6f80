const STALE_MS = 10 * 60_000
const KEEP_MS = 24 * 3_600_000
const CACHEABLE = [200, 404]
const CONDITIONS = ['if-none-match', 'if-modified-since', 'range']

export interface Entry {
  status: number
  headers: [string, string][]
  body: string
  tags: string[]
  seenPurge: number
  freshUntil: number
}

export interface Env {
  shop: {
    /**
     * Writes JSON where `accept` names application/json and HTML otherwise, with prices in
     * `x-currency`, and starts a cart, by cookie, for whoever brings none. Resolves when the answer
     * is whole, and to a 5xx when the shop is down or silent for three seconds.
     */
    fetch(request: Request): Promise<Response>
  }
  /** Shared by all isolates of this location. May lose entries, never rejects. */
  cache: {
    get(key: string): Promise<Entry | null>
    put(key: string, entry: Entry, ttlMs: number): Promise<void>
  }
  /** Numbered from 1 as editors publish. Read from this location's copy, at most a second old. */
  purges: {
    latest(): Promise<number>
    /** The latest that names one of the tags, or 0. */
    latestOf(tags: string[]): Promise<number>
  }
  /** The query parameters that the shop reads. */
  parameters: ReadonlySet<string>
  /** Chosen by the visitor, or else that of their country. */
  currencyOf(request: Request): string
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

export interface Context {
  /** Keeps the worker alive until the promise settles. */
  waitUntil(work: Promise<unknown>): void
}

/** Every request for the shop comes through here. */
export async function handle(request: Request, env: Env, context: Context): Promise<Response> {
  if (request.method !== 'GET' || isSignedIn(request)) return env.shop.fetch(request)

  const url = normalise(request.url, env.parameters)
  const currency = env.currencyOf(request)
  const key = `${currency} ${url}`
  const headers = new Headers(request.headers)
  headers.set('x-currency', currency)
  for (const name of CONDITIONS) headers.delete(name)
  const asked = new Request(url, { headers, redirect: 'manual' })

  const entry = await env.cache.get(key)
  const kept = entry && !(await isPurged(env, entry)) ? entry : null
  if (kept && env.now() < kept.freshUntil) return answer(kept)
  if (kept && env.now() < kept.freshUntil + STALE_MS) {
    context.waitUntil(refresh(env, key, asked))
    return answer(kept)
  }

  const response = await refresh(env, key, asked)
  return kept && response.status >= 500 ? answer(kept) : response
}

async function refresh(env: Env, key: string, asked: Request): Promise<Response> {
  const startedAt = env.now()
  const response = await env.shop.fetch(asked)
  const freshMs = freshFor(response)
  env.log('fetched', { key, status: response.status, ms: env.now() - startedAt, freshMs })
  if (freshMs === 0) return response

  const entry: Entry = {
    status: response.status,
    headers: [...response.headers],
    body: await response.clone().text(),
    tags: (response.headers.get('cache-tag') ?? '').split(/,\s*/),
    seenPurge: await env.purges.latest(),
    freshUntil: env.now() + freshMs,
  }
  await env.cache.put(key, entry, KEEP_MS)
  return response
}

/** An old entry may be served while the shop is asked or down, a purged one never. */
async function isPurged(env: Env, entry: Entry): Promise<boolean> {
  return (await env.purges.latestOf(entry.tags)) > entry.seenPurge
}

function freshFor(response: Response): number {
  const policy = response.headers.get('cache-control') ?? ''
  if (!CACHEABLE.includes(response.status) || /private|no-store|no-cache/.test(policy)) return 0
  return Number(/s-maxage=(\d+)/.exec(policy)?.[1] ?? 0) * 1000
}

function answer(entry: Entry): Response {
  return new Response(entry.body, { status: entry.status, headers: entry.headers })
}

function isSignedIn(request: Request): boolean {
  return request.headers.has('authorization') || /(^|;\s*)session=/.test(request.headers.get('cookie') ?? '')
}

function normalise(address: string, parameters: ReadonlySet<string>): string {
  const url = new URL(address)
  for (const name of new Set(url.searchParams.keys())) {
    if (!parameters.has(name)) url.searchParams.delete(name)
  }
  url.searchParams.sort()
  return url.href
}
