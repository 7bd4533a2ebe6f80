import { expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Context, Entry, Env } from './code.ts'

type Variant = typeof import('./code.ts')

const SECOND = 1_000
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const OTHER_BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'
const SCRIPT = 'application/json'

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'cart-kept-with-page': {
      symptom: ['cart=c_1', 'cart=c_2'],
      async run(variant) {
        await withWorld(variant, async (world) => {
          const newcomer = () => world.get('/p/shirt', { cart: null })
          const given = [(await newcomer()).cart, (await newcomer()).cart]
          await world.pass(61 * SECOND)
          given.push((await newcomer()).cart)
          await world.pass(SECOND)
          given.push((await newcomer()).cart, (await newcomer()).cart)

          const carts = given.filter((cart) => cart !== null)
          const shared = carts.filter((cart, i) => carts.indexOf(cart) < i)
          expect([...new Set(shared)].sort()).toEqual([])

          world.shop.fetches = 0
          await world.get('/p/jacket', { cart: 'c_own' })
          await world.get('/p/jacket', { cart: 'c_other' })
          expect(world.shop.fetches).toBe(1)
        })
      },
    },

    'json-for-a-browser': {
      symptom: { pageFirst: ['html', 'html'], scriptFirst: ['json', 'json'] },
      async run(variant) {
        await withWorld(variant, async (world) => {
          const page = await world.get('/c/shirts', { accept: BROWSER })
          const data = await world.get('/c/shirts', { accept: SCRIPT })
          const dataFirst = await world.get('/c/jackets', { accept: SCRIPT })
          const pageSecond = await world.get('/c/jackets', { accept: BROWSER })

          expect({
            pageFirst: [page.format, data.format],
            scriptFirst: [dataFirst.format, pageSecond.format],
          }).toEqual({ pageFirst: ['html', 'json'], scriptFirst: ['json', 'html'] })

          world.shop.fetches = 0
          for (const accept of [BROWSER, SCRIPT, OTHER_BROWSER, SCRIPT]) await world.get('/c/hats', { accept })
          expect(world.shop.fetches).toBe(2)
        })
      },
    },

    'old-page-outlives-purge': {
      symptom: { afterMiss: 39, afterRefresh: 39 },
      async run(variant) {
        await withWorld(variant, async (world) => {
          world.shop.takesMs = 2 * SECOND
          const first = world.get('/p/shirt')
          await world.pass(SECOND)
          world.publish('/p/shirt', 29)
          await world.pass(3 * SECOND)
          await first
          const afterMiss = await world.look('/p/shirt')

          await world.look('/p/jacket')
          await world.pass(61 * SECOND)
          await world.get('/p/jacket')
          await world.pass(SECOND)
          world.publish('/p/jacket', 29)
          await world.pass(3 * SECOND)
          const afterRefresh = await world.look('/p/jacket')

          expect({ afterMiss: afterMiss.price, afterRefresh: afterRefresh.price }).toEqual({
            afterMiss: 29,
            afterRefresh: 29,
          })

          world.shop.fetches = 0
          await world.look('/p/jacket')
          expect(world.shop.fetches).toBe(0)
        })
      },
    },

    'refresh-by-every-visitor': {
      symptom: 240,
      async run(variant, other) {
        await withWorld(variant, async (world) => {
          await world.look('/')
          await world.pass(61 * SECOND)
          world.shop.prices.set('/', 29)
          world.shop.takesMs = 2.5 * SECOND
          world.shop.fetches = 0
          const visits: Promise<unknown>[] = []
          for (let visit = 0; visit < 200; visit += 1) {
            visits.push(world.get('/'))
            if (visit % 5 === 0) visits.push(world.get('/', {}, other))
            await world.pass(10)
          }
          await world.pass(3 * SECOND)
          await Promise.all(visits)
          expect(world.shop.fetches).toBeLessThanOrEqual(4)
          expect((await world.look('/')).price).toBe(29)

          await world.pass(61 * SECOND)
          world.shop.isDown = true
          await world.look('/')
          await world.pass(30 * SECOND)
          world.shop.isDown = false
          world.shop.prices.set('/', 19)
          await world.look('/')
          await world.pass(3 * SECOND)
          expect((await world.look('/')).price).toBe(19)
        })
      },
    },
  },

  traps: {
    'purge-asked-on-every-hit': {
      symptom: 39,
      async run(variant) {
        await withWorld(variant, async (world) => {
          await world.get('/p/shirt')
          await world.pass(10 * SECOND)
          world.publish('/p/shirt', 29)
          await world.pass(2 * SECOND)

          expect((await world.get('/p/shirt')).price).toBe(29)
          world.shop.fetches = 0
          await world.get('/p/shirt')
          expect(world.shop.fetches).toBe(0)
        })
      },
    },

    'missing-page-kept': {
      symptom: 20,
      async run(variant) {
        await withWorld(variant, async (world) => {
          world.shop.prices.delete('/p/shirt')
          for (let visit = 0; visit < 20; visit += 1) {
            expect((await world.get('/p/shirt')).status).toBe(404)
            await world.pass(SECOND)
          }
          const asked = world.shop.fetches
          world.publish('/p/shirt', 29)
          await world.pass(2 * SECOND)

          expect((await world.get('/p/shirt')).status).toBe(200)
          expect(asked).toBe(1)
        })
      },
    },
  },
})

interface Visit {
  accept?: string
  /** Null for somebody who is here for the first time. */
  cart?: string | null
}

async function withWorld(variant: Variant, run: (world: ReturnType<typeof createWorld>) => Promise<void>) {
  vi.useFakeTimers()
  try {
    await run(createWorld(variant))
  } finally {
    vi.useRealTimers()
  }
}

/** A shop, its purges and the cache of one location, each keeping the promises in code.ts. */
function createWorld(variant: Variant) {
  const COPY_LAGS_MS = 500
  const pages = ['/', '/p/shirt', '/p/jacket', '/c/shirts', '/c/jackets', '/c/hats']
  const stored = new Map<string, { entry: Entry; until: number }>()
  const purged: { at: number; tag: string }[] = []
  const background = new Set<Promise<unknown>>()

  const shop = {
    prices: new Map(pages.map((path) => [path, 39])),
    takesMs: 0,
    isDown: false,
    fetches: 0,
    carts: 0,
    async fetch(request: Request): Promise<Response> {
      shop.fetches += 1
      const path = new URL(request.url).pathname
      const price = shop.prices.get(path)
      const isDown = shop.isDown
      const asksForData = request.headers.get('accept')?.includes('application/json')
      if (shop.takesMs) await new Promise((done) => setTimeout(done, shop.takesMs))
      if (isDown) return new Response('down', { status: 503 })

      const headers = new Headers({
        'content-type': asksForData ? 'application/json' : 'text/html',
        'cache-control': `public, s-maxage=${price === undefined ? 30 : 60}`,
        'cache-tag': `shop, ${path}`,
      })
      if (!request.headers.get('cookie')?.includes('cart=')) headers.set('set-cookie', `cart=c_${++shop.carts}`)
      return new Response(JSON.stringify({ price }), { status: price === undefined ? 404 : 200, headers })
    },
  }
  const copyOfPurges = () => purged.filter((purge) => purge.at + COPY_LAGS_MS <= Date.now())
  const env: Env = {
    shop,
    cache: {
      async get(key) {
        const found = stored.get(key)
        return found && found.until > Date.now() ? structuredClone(found.entry) : null
      },
      async put(key, entry, ttlMs) {
        stored.set(key, { entry: structuredClone(entry), until: Date.now() + ttlMs })
      },
    },
    purges: {
      latest: async () => copyOfPurges().length,
      latestOf: async (tags) => copyOfPurges().findLastIndex((purge) => tags.includes(purge.tag)) + 1,
    },
    parameters: new Set(['page']),
    currencyOf: () => 'EUR',
    now: () => Date.now(),
    log: () => {},
  }
  const context: Context = { waitUntil: (work) => background.add(work) }

  const world = {
    shop,
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    publish(path: string, price: number) {
      shop.prices.set(path, price)
      purged.push({ at: Date.now(), tag: path })
    },
    async get(path: string, { accept = BROWSER, cart = 'c_own' }: Visit = {}, isolate = variant) {
      const headers = new Headers({ accept })
      if (cart) headers.set('cookie', `cart=${cart}`)
      const request = new Request(`https://shop.example${path}`, { headers })
      const response = await isolate.handle(request, env, context)
      return {
        status: response.status,
        format: response.headers.get('content-type') === 'application/json' ? 'json' : 'html',
        cart: response.headers.get('set-cookie'),
        price: ((await response.json()) as { price?: number }).price,
      }
    },
    /** A visit with the time that it takes. */
    async look(path: string) {
      const visit = world.get(path)
      await world.pass(shop.takesMs)
      return visit
    },
  }
  return world
}
