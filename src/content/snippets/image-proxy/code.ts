const WIDTHS = [160, 320, 480, 640, 960, 1280, 1920]
const MAX_BYTES = 20 * 1024 * 1024
const PATIENCE_MS = 8_000
const KEEP_MS = 30 * 24 * 3_600_000

export interface Account {
  id: string
  /** The customer has proven of each host that it is theirs. */
  hosts: string[]
  /** The customer's servers give originals only to whoever shows this key. */
  originKey: string
}

export interface Picture {
  bytes: ArrayBuffer
  type: string
}

export interface Kept extends Picture {
  until: number
}

export interface Env {
  accounts: { find(id: string): Promise<Account | null> }
  /** Shared by all isolates of this location. Forgets an entry at its `until`, or before. Never rejects. */
  cache: {
    get(key: string): Promise<Kept | null>
    put(key: string, entry: Kept): Promise<void>
  }
  /** The runtime's own fetch. The signal ends the request and its body. */
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Never enlarges. Gives up on huge canvases, and rejects what is not a picture. */
  transform(original: ArrayBuffer, width: number, type: string): Promise<ArrayBuffer>
  /** A grey square. */
  placeholder: Picture
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

export interface Context {
  /** Keeps the work alive until the promise settles, whether or not the visitor is still there. */
  waitUntil(work: Promise<unknown>): void
}

interface Order {
  account: Account
  from: URL
  width: number
  type: string
}

const jobs = new Map<string, Promise<Kept>>()

/** GET /:account/:width?from=<address of the original>, as customers write it in their pages. */
export async function handle(request: Request, env: Env, context: Context): Promise<Response> {
  const url = new URL(request.url)
  const [, accountId = '', asked] = url.pathname.split('/')
  const account = await env.accounts.find(accountId)
  const from = URL.parse(url.searchParams.get('from') ?? '')
  if (!account || !from) return new Response(null, { status: 404 })

  const width = WIDTHS.find((step) => step >= Number(asked)) ?? 1920
  const type = bestType(request.headers.get('accept') ?? '')
  const key = `${account.id} ${width} ${type} ${from.href}`

  let job = jobs.get(key)
  if (!job) {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)])
    job = obtain(env, key, () => render(env, { account, from, width, type }, signal))
    jobs.set(key, job)
    context.waitUntil(job.finally(() => jobs.delete(key)))
  }
  const picture = await job
  const seconds = Math.max(0, Math.floor((picture.until - env.now()) / 1000))
  const caching = { 'cache-control': `public, max-age=${seconds}`, vary: 'accept' }
  return new Response(picture.bytes, { headers: { 'content-type': picture.type, ...caching } })
}

async function obtain(env: Env, key: string, make: () => Promise<Picture>): Promise<Kept> {
  const found = await env.cache.get(key)
  if (found) return found

  const picture = await make().catch((error: unknown) => {
    env.log('not rendered', { key, error })
    return env.placeholder
  })
  const kept = { ...picture, until: env.now() + KEEP_MS }
  await env.cache.put(key, kept)
  return kept
}

async function render(env: Env, { account, from, width, type }: Order, signal: AbortSignal): Promise<Picture> {
  const response = await open(env, account, from, signal)
  if (!response.ok) throw new Error(`original answered ${response.status}`)

  const original = await response.arrayBuffer()
  if (original.byteLength > MAX_BYTES) throw new Error('original is too large')

  const bytes = await env.transform(original, width, type)
  env.log('rendered', { account: account.id, from: from.href, width, type })
  return { bytes, type }
}

async function open(env: Env, account: Account, address: URL, signal: AbortSignal): Promise<Response> {
  if (address.protocol !== 'https:' || !account.hosts.includes(address.host)) {
    throw new Error(`${address.host} is not on the list`)
  }
  const headers = { accept: 'image/*', 'x-origin-key': account.originKey }
  return env.fetch(address.href, { headers, signal })
}

function bestType(accept: string): string {
  return ['image/avif', 'image/webp'].find((type) => accept.includes(type)) ?? 'image/jpeg'
}
