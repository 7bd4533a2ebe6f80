/** One for each service. It stays when nobody deploys, and its fence only grows. */
export interface LeaseRecord {
  fence: number
  holder: { runner: string; build: number } | null
  expiresAt: number
}

export interface Services {
  store: {
    /** The last write, and how long ago the store took it. */
    get(key: string): Promise<{ record: LeaseRecord; version: number; ageMs: number } | null>
    /** Writes if the key is still at that version, null for none, and resolves to whether it did. */
    putIf(key: string, record: LeaseRecord, version: number | null): Promise<boolean>
  }
  /** Cluster and router each reject a fence that is lower than one they have seen for the service. */
  cluster: {
    /** Runs the build beside the others. Does nothing when it runs already. */
    start(service: string, build: number, fence: number): Promise<void>
    health(service: string, build: number): Promise<'starting' | 'healthy' | 'stopped'>
    /** Lets every other build finish its requests, and stops it. */
    retire(service: string, keep: number, fence: number): Promise<void>
  }
  router: {
    live(service: string): Promise<number | null>
    /** Sends all traffic to the build. An operator who moves it by hand has no fence. */
    move(service: string, build: number, fence?: number): Promise<void>
  }
  history: { add(service: string, build: number, fence: number): Promise<void> }
  now(): number
  pause(ms: number): Promise<void>
  log(message: string, fields: Record<string, unknown>): void
}

export type Outcome = 'live' | 'superseded' | 'failed'
type Request = { service: string; build: number; runner: string }
type Lease = { key: string; fence: number; isLost: boolean }

const LEASE_MS = 30_000
const RENEW_MS = 10_000
const POLL_MS = 5_000
const MAX_WAIT_MS = 20 * 60_000

/** Called by a runner for each build that passed its tests. A higher build has all of a lower one. */
export async function deploy(services: Services, request: Request): Promise<Outcome> {
  const { service, build } = request
  if (await isSuperseded(services, request)) return 'superseded'

  const lease = await acquire(services, request)
  const renewal = setInterval(() => void renew(services, lease), RENEW_MS)
  await services.history.add(service, build, lease.fence)
  try {
    return await rollOut(services, lease, request)
  } catch (error) {
    services.log('deploy failed', { service, build, error })
    return 'failed'
  } finally {
    clearInterval(renewal)
    await change(services, lease, { holder: null }).catch(logged(services, 'left to run out', { lease }))
  }
}

async function isSuperseded(services: Services, { service, build }: Request): Promise<boolean> {
  const live = await services.router.live(service)
  return live !== null && live > build
}

async function rollOut(services: Services, lease: Lease, request: Request): Promise<Outcome> {
  const { service, build } = request
  await services.cluster.start(service, build, lease.fence)
  for (let waited = 0; ; waited += POLL_MS) {
    const health = await services.cluster.health(service, build)
    if (lease.isLost) throw new Error('lease lost')
    if (health === 'healthy') break
    if (health === 'stopped' || waited >= MAX_WAIT_MS) throw new Error(`build ${build} is ${health}`)
    await services.pause(POLL_MS)
  }
  await services.router.move(service, build)
  const afterwards = logged(services, 'others left to the next deploy', { service, build })
  await services.cluster.retire(service, build, lease.fence).catch(afterwards)
  return 'live'
}

async function acquire(services: Services, { service, build, runner }: Request): Promise<Lease> {
  const key = `lease/${service}`
  for (let waited = 0; waited < MAX_WAIT_MS; waited += POLL_MS) {
    const found = await services.store.get(key)
    const isHeld = found?.record.holder && found.record.expiresAt > services.now()
    if (!isHeld) {
      const fence = (found?.record.fence ?? 0) + 1
      const record = { fence, holder: { runner, build }, expiresAt: services.now() + LEASE_MS }
      const isOurs = await services.store.putIf(key, record, found?.version ?? null)
      if (isOurs) return { key, fence, isLost: false }
    }
    services.log('waiting', { runner, build, lease: found?.record })
    await services.pause(POLL_MS)
  }
  throw new Error(`no lease on ${service}`)
}

async function renew(services: Services, lease: Lease): Promise<void> {
  const expiresAt = services.now() + LEASE_MS
  await change(services, lease, { expiresAt }).catch(logged(services, 'renewal failed', { lease }))
}

/** Changes the record, if it is still this lease's. */
async function change(services: Services, lease: Lease, to: Partial<LeaseRecord>): Promise<void> {
  for (;;) {
    const found = await services.store.get(lease.key)
    if (found?.record.fence !== lease.fence) return void (lease.isLost = true)
    if (await services.store.putIf(lease.key, { ...found.record, ...to }, found.version)) return
  }
}

function logged(services: Services, message: string, fields: Record<string, unknown>) {
  return (error: unknown) => services.log(message, { ...fields, error })
}
