const ATTEMPTS = 2
const PATIENCE_MS = 4_000
const PROBE_MS = 2_000
const HEALTH_MS = 5_000
const UNAVAILABLE = [502, 503, 504]

export type Zone = 'eu' | 'us' | 'ap'

export interface Tenant {
  id: string
  /** Where the tenant's data may be stored and processed, by contract. Null for anywhere. */
  zone: Zone | null
}

/**
 * One whole installation of the API with a database of its own. What a tenant writes in one region
 * reaches the others that the tenant may use within some seconds. A 503 says that the region is full
 * and has done nothing.
 */
export interface Region {
  id: string
  zone: Zone
  url: string
}

export interface Env {
  tenants: { withKey(apiKey: string): Promise<Tenant | null> }
  /** All of them, the nearest to this location first. */
  regions: Region[]
  /** Kept for this location. Never rejects. */
  health: {
    /** The ids in the last report. Takes some forty milliseconds. */
    down(): Promise<string[]>
    report(down: string[]): Promise<void>
  }
  fetch(url: string, init: RequestInit): Promise<Response>
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

let health = { down: new Set<string>(), at: -Infinity }

/** Every call to api.lumen.example. Clients wait for ten seconds, and send a megabyte at most. */
export async function handle(request: Request, env: Env): Promise<Response> {
  const tenant = await env.tenants.withKey(request.headers.get('authorization') ?? '')
  if (!tenant) return Response.json({ reason: 'unknown key' }, { status: 401 })

  const { pathname, search } = new URL(request.url)
  const headers = new Headers(request.headers)
  headers.set('x-tenant', tenant.id)
  const body = request.body ? await request.arrayBuffer() : null
  const call = { method: request.method, headers, body }

  const down = await regionsDown(env)
  const regions = inOrder(env, tenant).toSorted((a, b) => Number(down.has(a.id)) - Number(down.has(b.id)))
  for (const region of regions.slice(0, ATTEMPTS)) {
    const answer = await send(env, `${region.url}${pathname}${search}`, call)
    if (answer && !UNAVAILABLE.includes(answer.status)) return answer
    await answer?.body?.cancel().catch(() => null)
    env.log('moving on', { tenant: tenant.id, region: region.id, status: answer?.status })
  }
  return Response.json({ reason: 'no region answered' }, { status: 502 })
}

/** Started every ten seconds in every location. */
export async function probe(env: Env): Promise<void> {
  const answers = await Promise.all(
    env.regions.map(({ url }) => env.fetch(`${url}/healthz`, { signal: AbortSignal.timeout(PROBE_MS) })),
  )
  const down = env.regions.filter((_, i) => answers[i]?.status !== 200).map(({ id }) => id)
  await env.health.report(down)
  env.log('probed', { down })
}

async function regionsDown(env: Env): Promise<Set<string>> {
  const isOld = env.now() - health.at > HEALTH_MS
  health = { down: isOld ? new Set(await env.health.down()) : health.down, at: env.now() }
  return health.down
}

function inOrder(env: Env, { zone }: Tenant): Region[] {
  const isElsewhere = (region: Region) => Number(zone !== null && region.zone !== zone)
  return env.regions.toSorted((a, b) => isElsewhere(a) - isElsewhere(b))
}

/** Null if no answer has begun in time. Its body may take longer. */
async function send(env: Env, url: string, call: RequestInit): Promise<Response | null> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), PATIENCE_MS)
  try {
    return await env.fetch(url, { ...call, redirect: 'manual', signal: limit.signal })
  } catch (error) {
    env.log('no answer', { url, error })
    return null
  } finally {
    clearTimeout(timer)
  }
}
