/**
 * @typedef {object} Experiment  Its slot and variants never change. No two share a slot of one page.
 * @property {string} id
 * @property {string[]} paths  The landing pages it runs on, a page in all its languages.
 * @property {'running' | 'stopped'} state  Product managers stop one for good, also when it does harm.
 * @property {number} share  How many of 10,000 visitors take part. Raised step by step while it runs.
 * @property {string} slot  A named part of the page.
 * @property {{ name: string, content: string | null }[]} variants
 *   Each for the same number of visitors. Null keeps what the page has in the slot.
 *
 * @typedef {object} Page
 * @property {number} status
 * @property {[string, string][]} headers
 * @property {string} html
 * @property {string[]} slots
 *
 * @typedef {object} Env
 * @property {() => Promise<Experiment[]>} readExperiments
 *   From the config store, which takes 30 ms and bills each read. Never rejects.
 * @property {(request: Request) => Promise<Response>} fetchOrigin
 *   Never rejects. Landing pages come from its own cache, depend on the path alone, and set no cookies.
 * @property {(html: string, contents: object) => { html: string, slots: string[] }} fill
 *   Puts the contents into the slots of those names, and says which of them it found. Costs 20 ms of CPU.
 * @property {{ get(key: string): Promise<Page | null>, put(key: string, page: Page, ttlMs: number) }} pages
 *   Shared by all isolates of this location. May lose entries, never rejects.
 * @property {(exposures: object[]) => Promise<void>} record
 *   Never rejects. The analysis takes the first per visitor and experiment, and leaves out crawlers.
 * @property {() => number} now
 * @property {(message: string, fields: object) => void} log
 */

const KEEP_MS = 60_000
const YEAR_S = 365 * 86_400
const CONDITIONS = ['if-none-match', 'if-modified-since', 'range']
const OF_THE_ORIGINAL = ['etag', 'last-modified', 'content-length', 'content-encoding', 'cache-control']

/** @type {Experiment[] | null} */
let experiments = null

/**
 * Every request for the site comes through here.
 * @param {Request} request
 * @param {Env} env
 * @param {{ waitUntil(work: Promise<unknown>): void }} context
 */
export async function handle(request, env, context) {
  const { pathname } = new URL(request.url)
  const running = await experimentsOn(env, pathname)
  if (request.method !== 'GET' || running.length === 0) return env.fetchOrigin(request)
  if (request.headers.get('sec-purpose')?.startsWith('prefetch')) {
    return new Response(null, { status: 503, headers: { 'cache-control': 'no-store' } })
  }

  const visitor = visitorOf(request) ?? crypto.randomUUID()
  const drawn = await Promise.all(running.map((experiment) => assign(experiment, visitor)))
  const assigned = drawn.filter((assignment) => assignment !== null)

  const key = [pathname, ...assigned.map(({ variant }) => variant.name)].join(' ')
  const page = (await env.pages.get(key)) ?? (await makePage(env, key, request, assigned))

  const exposures = assigned.map(({ experiment, variant }) => ({
    visitor,
    experiment: experiment.id,
    variant: variant.name,
    at: env.now(),
  }))
  context.waitUntil(env.record(exposures))

  const headers = new Headers(page.headers)
  headers.set('cache-control', 'private, no-cache')
  headers.append('set-cookie', `visitor=${visitor}; Max-Age=${YEAR_S}; Path=/; Secure; HttpOnly`)
  return new Response(page.html, { status: page.status, headers })
}

async function experimentsOn(env, pathname) {
  experiments ??= await env.readExperiments()
  return experiments.filter(({ state, paths }) => state === 'running' && paths.includes(pathname))
}

/** Null for a visitor who does not take part. */
async function assign(experiment, visitor) {
  const bytes = new TextEncoder().encode(`${experiment.id}/${visitor}`)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  const number = new DataView(digest).getUint32(0) % 10_000
  if (number >= experiment.share) return null

  const { variants } = experiment
  return { experiment, variant: variants[Math.floor((number / experiment.share) * variants.length)] }
}

async function makePage(env, key, request, assigned) {
  const headers = new Headers(request.headers)
  for (const name of CONDITIONS) headers.delete(name)
  const response = await env.fetchOrigin(new Request(request, { headers }))

  const contents = Object.fromEntries(
    assigned.map(({ experiment, variant }) => [experiment.slot, variant.content]),
  )
  const page = {
    ...env.fill(await response.text(), contents),
    status: response.status,
    headers: [...response.headers].filter(([name]) => !OF_THE_ORIGINAL.includes(name)),
  }
  env.log('page made', { key, status: page.status, slots: page.slots })
  if (page.status === 200) await env.pages.put(key, page, KEEP_MS)
  return page
}

function visitorOf(request) {
  return /(?:^|;\s*)visitor=([0-9a-f-]{36})(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null
}
