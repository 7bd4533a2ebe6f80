import { afterEach, expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Account, Context, Env, Kept } from './code.ts'

type Variant = typeof import('./code.ts')

const SECOND = 1_000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE
const MEGABYTE = 1024 * 1024

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'follows-out-of-list': {
      symptom: { atOnce: ['thief.example'], secondHop: ['thief.example'] },
      async run(variant) {
        const asked = async (sites: Sites) => {
          const world = createWorld(variant, sites)
          await world.visit('https://shop.example/a.jpg')
          return world.asked.filter((host) => !ACCOUNT.hosts.includes(host))
        }
        const atOnce = await asked({
          'shop.example/a.jpg': { location: 'https://thief.example/a.jpg' },
        })
        const secondHop = await asked({
          'shop.example/a.jpg': { location: 'https://files.example/a.jpg' },
          'files.example/a.jpg': { location: 'https://thief.example/a.jpg' },
        })
        expect({ atOnce, secondHop }).toEqual({ atOnce: [], secondHop: [] })

        const bounced = await asked({
          'shop.example/a.jpg': { location: 'https://thief.example/a.jpg' },
          'thief.example/a.jpg': { location: 'https://files.example/a.jpg' },
        })
        expect(bounced).toEqual([])

        const moved = createWorld(variant, {
          'shop.example/a.jpg': { location: '/b.jpg' },
          'shop.example/b.jpg': { location: 'https://files.example/c.jpg' },
        })
        expect((await moved.visit('https://shop.example/a.jpg')).shows).toBe('/c.jpg 640')

        const circle = createWorld(variant, { 'shop.example/a.jpg': { location: '/a.jpg' } })
        expect((await circle.visit('https://shop.example/a.jpg')).shows).toBe('grey')
      },
    },

    'reads-it-all-first': {
      symptom: 60,
      async run(variant) {
        const world = createWorld(variant, {
          'shop.example/print.tif': { megabytes: 60 },
          'shop.example/poster.tif': { megabytes: 19 },
        })
        const tooLarge = await world.visit('https://shop.example/print.tif')
        expect(world.megabytesRead).toBeLessThanOrEqual(24)
        expect(tooLarge.shows).toBe('grey')

        expect((await world.visit('https://shop.example/poster.tif')).shows).toBe('/poster.tif 640')
        expect(world.transformed.at(-1)).toBe(19 * MEGABYTE)
      },
    },

    'grey-for-a-month': {
      symptom: { afterwards: 'grey', browserKeepsIt: true },
      async run(variant) {
        const world = createWorld(variant)
        world.status = 503
        const during = await world.visit('https://shop.example/a.jpg')
        expect(during.shows).toBe('grey')
        await world.pass(2 * MINUTE)
        world.status = 200
        await world.pass(15 * MINUTE)
        const afterwards = await world.visit('https://shop.example/a.jpg')
        expect({
          afterwards: afterwards.shows,
          browserKeepsIt: during.maxAge > 900,
        }).toEqual({ afterwards: '/a.jpg 640', browserKeepsIt: false })

        world.asked.length = 0
        const good = await world.visit('https://shop.example/b.jpg')
        await world.pass(10 * DAY)
        await world.visit('https://shop.example/b.jpg')
        expect(world.asked.length).toBe(1)
        expect(good.maxAge).toBeGreaterThan(10 * 86_400)
      },
    },

    'first-visitor-ends-it': {
      symptom: ['grey', 'grey'],
      async run(variant) {
        const world = createWorld(variant)
        world.takesMs = 2 * SECOND
        const scroller = new AbortController()
        const first = world.start('https://shop.example/a.jpg', { signal: scroller.signal })
        await world.pass(SECOND / 2)
        const others = [1, 2].map(() => world.start('https://shop.example/a.jpg'))
        await world.pass(SECOND / 2)
        scroller.abort(new DOMException('scrolled on', 'AbortError'))
        await world.end(first)
        const shown = (await world.end(Promise.all(others))).map((picture) => picture.shows)
        expect(shown).toEqual(['/a.jpg 640', '/a.jpg 640'])
        expect((await world.visit('https://shop.example/a.jpg')).shows).toBe('/a.jpg 640')

        world.asked.length = 0
        const crowd = Array.from({ length: 40 }, () => world.start('https://shop.example/b.jpg'))
        await world.end(Promise.all(crowd))
        expect(world.asked.length).toBeLessThanOrEqual(2)

        world.takesMs = DAY
        const startedAt = Date.now()
        expect((await world.visit('https://shop.example/c.jpg')).shows).toBe('grey')
        expect(Date.now() - startedAt).toBeLessThanOrEqual(10 * SECOND)
      },
    },
  },

  traps: {
    'widths-in-steps': {
      symptom: 300,
      async run(variant) {
        const world = createWorld(variant)
        for (let width = 301; width <= 600; width += 1) {
          const picture = await world.visit('https://shop.example/a.jpg', { width })
          expect(Number(picture.shows.split(' ')[1])).toBeGreaterThanOrEqual(width)
        }
        expect(world.transformed.length).toBeLessThanOrEqual(8)
      },
    },

    'stored-before-shown': {
      symptom: 3,
      async run(variant) {
        const world = createWorld(variant)
        world.putTakesMs = 200
        for (let visitor = 0; visitor < 3; visitor += 1) {
          expect((await world.visit('https://shop.example/a.jpg')).shows).toBe('/a.jpg 640')
          await world.pass(20)
        }
        expect(world.transformed.length).toBe(1)
      },
    },
  },
})

const ACCOUNT: Account = { id: 'lumen', hosts: ['shop.example', 'files.example'], originKey: 'secret' }

/** What an address answers, where that is not a picture of a megabyte. */
type Sites = Record<string, { location?: string; megabytes?: number }>

/** Servers of customers and strangers, a cache and a clock, each keeping the promises in code.ts. */
function createWorld(variant: Variant, sites: Sites = {}) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const timeout = new AbortController()
    setTimeout(() => timeout.abort(new DOMException('too slow', 'TimeoutError')), ms)
    return timeout.signal
  })
  const stored = new Map<string, Kept>()
  const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

  const env: Env = {
    accounts: { find: async (id) => (id === ACCOUNT.id ? ACCOUNT : null) },
    cache: {
      async get(key) {
        const found = stored.get(key)
        return found && found.until > Date.now() ? { ...found } : null
      },
      async put(key, entry) {
        if (world.putTakesMs) await wait(world.putTakesMs)
        stored.set(key, { ...entry })
      },
    },
    fetch: (url, init) => followed(new URL(url), init, 20),
    async transform(original, width, type) {
      const [, path] = /^PIC (\S+) /.exec(new TextDecoder().decode(original.slice(0, 100))) ?? []
      if (!path) throw new Error('not a picture')
      world.transformed.push(original.byteLength)
      return new TextEncoder().encode(`${path} ${width} ${type}`).buffer
    },
    placeholder: { bytes: new TextEncoder().encode('grey').buffer, type: 'image/gif' },
    now: () => Date.now(),
    log: () => {},
  }

  async function followed(address: URL, init: RequestInit, hops: number): Promise<Response> {
    const response = await answer(address, init.signal ?? null)
    const location = response.headers.get('location')
    if (!location || init.redirect === 'manual') return response
    if (init.redirect === 'error' || hops === 0) throw new TypeError('redirected')
    return followed(new URL(location, address), init, hops - 1)
  }

  async function answer(address: URL, signal: AbortSignal | null): Promise<Response> {
    if (world.asked.push(address.host) > 500) throw new Error('asked without end')
    const { location, megabytes = 1 } = sites[address.host + address.pathname] ?? {}
    const { status } = world
    if (world.takesMs) {
      await new Promise<void>((done, fail) => {
        const stop = () => fail(signal?.reason)
        if (signal?.aborted) stop()
        signal?.addEventListener('abort', stop)
        setTimeout(done, world.takesMs)
      })
    }
    if (location) return new Response(null, { status: 302, headers: { location } })
    if (status !== 200) return new Response('down', { status })

    let sent = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (sent === megabytes) return controller.close()
          const chunk = new Uint8Array(MEGABYTE)
          if (sent === 0) chunk.set(new TextEncoder().encode(`PIC ${address.pathname} `))
          sent += 1
          world.megabytesRead += 1
          controller.enqueue(chunk)
        },
      },
      { highWaterMark: 0 },
    )
    return Object.defineProperty(new Response(body), 'url', { value: address.href })
  }

  const context: Context = { waitUntil: () => {} }
  const world = {
    status: 200,
    takesMs: 0,
    putTakesMs: 0,
    /** The hosts that were asked, in turn. */
    asked: [] as string[],
    megabytesRead: 0,
    /** The size of every original that was transformed. */
    transformed: [] as number[],
    async pass(ms: number) {
      await vi.advanceTimersByTimeAsync(ms)
      await everythingRead()
    },
    start(from: string, { width = 600, signal }: { width?: number; signal?: AbortSignal } = {}) {
      const address = `https://img.example/lumen/${width}?from=${encodeURIComponent(from)}`
      const request = new Request(address, { headers: { accept: 'image/webp,*/*' }, ...(signal && { signal }) })
      return look(variant.handle(request, env, context))
    },
    /** Lets time go on just as far as it takes. */
    async end<Value>(work: Promise<Value>): Promise<Value> {
      let isOver = false
      const over = () => (isOver = true)
      work.then(over, over)
      for (;;) {
        for (let i = 0; i < 20 && !isOver; i += 1) await everythingRead()
        if (isOver) return work
        if (vi.getTimerCount()) await vi.advanceTimersToNextTimerAsync()
      }
    },
    visit: (from: string, how: { width?: number } = {}) => world.end(world.start(from, how)),
  }
  return world
}

/** Streams have gone on as far as they can. */
async function everythingRead(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise((resume) => setImmediate(resume))
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function look(answer: Promise<Response>) {
  const response = await answer
  const maxAge = Number(/max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1] ?? 0)
  return { shows: (await response.text()).replace(' image/webp', ''), maxAge }
}
