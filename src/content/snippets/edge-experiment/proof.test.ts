import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'

interface Variant {
  handle(request: Request, env: object, context: object): Promise<Response>
}

interface Experiment {
  id: string
  paths: string[]
  state: 'running' | 'stopped'
  share: number
  slot: string
  variants: { name: string; content: string | null }[]
}

interface Exposure {
  visitor: string
  experiment: string
  variant: string
}

/** What is in each slot of a page; the origin's own content is 'original'. */
type Slots = Record<string, string>

interface Visit {
  path?: string
  visitor?: number
  headers?: Record<string, string>
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const EVERYBODY = 10_000

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'variant-follows-share': {
      symptom: 15,
      async run(variant, other) {
        const world = createWorld()
        world.experiments = [experiment('hero', { share: 1_000 })]
        const atFirst = await world.drawAll(variant, 400)
        world.pass(60 * MINUTE)
        world.experiments = [experiment('hero', { share: 5_000 })]
        const later = await world.drawAll(other, 400)

        const moved = [...atFirst].filter(([visitor, name]) => later.get(visitor) !== name)
        expect(moved.length).toBe(0)

        for (const drawn of [atFirst, later]) {
          const treated = [...drawn.values()].filter((name) => name === 'treatment').length
          expect(Math.abs(treated / drawn.size - 0.5)).toBeLessThan(0.2)
        }
        expect(Math.abs(atFirst.size - 40)).toBeLessThan(20)
        expect(Math.abs(later.size - 200)).toBeLessThan(40)
      },
    },

    'names-without-experiment': {
      symptom: true,
      async run(variant, other) {
        const world = createWorld()
        const visitAll = async (isolate: Variant) => {
          let areMixedUp = false
          for (let visitor = 0; visitor < 150; visitor += 1) {
            const { slots, exposures } = await world.visit(isolate, { visitor })
            const expected = { ...world.origin.pages.get('/pricing') }
            for (const { experiment, variant } of exposures) {
              if (variant === 'treatment') expected[experiment] = `${experiment}-treatment`
            }
            areMixedUp ||= JSON.stringify(slots) !== JSON.stringify(expected)
          }
          return areMixedUp
        }

        world.experiments = [experiment('hero', { share: 5_000 }), experiment('price', { share: 5_000 })]
        const withTwo = await visitAll(variant)
        world.experiments = [experiment('price', { share: 5_000 }), experiment('badge', { share: 5_000 })]
        const withOthers = await visitAll(other)

        expect(withTwo || withOthers).toBe(false)
        expect(world.origin.fetches).toBeLessThanOrEqual(18)
      },
    },

    'counted-without-slot': {
      symptom: {
        '/pricing hero': 20,
        '/pricing price': 20,
        '/de/pricing hero': 20,
        '/de/pricing price': 20,
        '/fr/pricing hero': 20,
        '/fr/pricing price': 20,
        '/es/pricing hero': 20,
        '/es/pricing price': 20,
      },
      async run(variant) {
        const world = createWorld()
        const paths = ['/pricing', '/de/pricing', '/fr/pricing', '/es/pricing']
        world.experiments = [experiment('hero', { paths }), experiment('price', { paths })]
        world.origin.pages.set('/de/pricing', {})
        world.origin.pages.set('/fr/pricing', { price: 'original' })

        const counted: Record<string, number> = {}
        for (const path of paths) {
          for (let visitor = 0; visitor < 20; visitor += 1) {
            const { exposures } = await world.visit(variant, { path, visitor })
            for (const { experiment } of exposures) {
              counted[`${path} ${experiment}`] = (counted[`${path} ${experiment}`] ?? 0) + 1
            }
          }
        }

        expect(counted).toEqual({ '/pricing hero': 20, '/pricing price': 20, '/fr/pricing price': 20 })
      },
    },

    'list-read-once': {
      symptom: { exposures: 40, pages: 'changed' },
      async run(variant, other) {
        const world = createWorld()
        world.experiments = [experiment('hero', {})]
        for (let visitor = 0; visitor < 300; visitor += 1) {
          await world.visit(visitor % 2 ? variant : other, { visitor })
          world.pass(MINUTE / 300)
        }
        const { reads } = world

        world.experiments = [experiment('hero', { state: 'stopped' })]
        world.pass(MINUTE)
        for (const isolate of [variant, other]) await world.visit(isolate, {})
        world.pass(SECOND)
        const after = { exposures: 0, pages: 'original' }
        for (let visitor = 0; visitor < 40; visitor += 1) {
          const { slots, exposures } = await world.visit(visitor % 2 ? variant : other, { visitor })
          after.exposures += exposures.length
          if (slots.hero !== 'original') after.pages = 'changed'
        }

        expect(after).toEqual({ exposures: 0, pages: 'original' })
        expect(reads).toBeLessThanOrEqual(60)
      },
    },
  },

  traps: {
    'prefetch-refused': {
      symptom: 20,
      async run(variant) {
        const world = createWorld()
        world.experiments = [experiment('hero', {})]
        let counted = 0
        for (let visitor = 0; visitor < 20; visitor += 1) {
          const headers = { 'sec-purpose': visitor % 2 ? 'prefetch' : 'prefetch;prerender' }
          counted += (await world.visit(variant, { visitor, headers })).exposures.length
        }
        const visited = await world.visit(variant, { visitor: 1 })

        expect(counted).toBe(0)
        expect({ status: visited.status, exposures: visited.exposures.length }).toEqual({
          status: 200,
          exposures: 1,
        })
      },
    },

    'conditions-dropped': {
      symptom: 'original',
      async run(variant, other) {
        const world = createWorld()
        const before = await world.visit(variant, { visitor: 1 })
        world.pass(60 * MINUTE)
        const variants = ['loud', 'calm'].map((name) => ({ name, content: 'changed' }))
        world.experiments = [{ ...experiment('hero', {}), variants }]
        const headers = { 'if-none-match': before.etag ?? '' }
        const answer = await world.visit(other, { visitor: 1, headers })

        const seen = answer.status === 304 ? before.slots : answer.slots
        expect(seen.hero).toBe('changed')
        expect(answer.etag).toBe(null)
      },
    },
  },
})

/** For everybody unless it says otherwise, with a control. */
function experiment(id: string, over: Partial<Experiment>): Experiment {
  return {
    id,
    paths: ['/pricing'],
    state: 'running',
    share: EVERYBODY,
    slot: id,
    variants: [
      { name: 'control', content: null },
      { name: 'treatment', content: `${id}-treatment` },
    ],
    ...over,
  }
}

/** The origin, the stores of one location and the browsers, each keeping the promises in code.js. */
function createWorld() {
  const clock = { ms: Date.UTC(2026, 2, 3, 9) }
  const kept = new Map<string, { page: object; until: number }>()

  const origin = {
    pages: new Map<string, Slots>([['/pricing', { hero: 'original', price: 'original', badge: 'original' }]]),
    fetches: 0,
    async fetch(request: Request): Promise<Response> {
      origin.fetches += 1
      const slots = origin.pages.get(new URL(request.url).pathname)
      if (!slots) return new Response('{}', { status: 503 })
      const etag = `"${JSON.stringify(slots).length}"`
      if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304 })
      return Response.json(slots, { headers: { etag, 'cache-control': 'public, max-age=300' } })
    },
  }

  const world = {
    experiments: [] as Experiment[],
    reads: 0,
    origin,
    pass(ms: number) {
      clock.ms += ms
    },
    async visit(isolate: Variant, { path = '/pricing', visitor = 0, headers = {} }: Visit) {
      const exposures: Exposure[] = []
      const env = {
        async readExperiments() {
          world.reads += 1
          return structuredClone(world.experiments)
        },
        fetchOrigin: origin.fetch,
        fill(html: string, contents: Record<string, string | null>) {
          const page = JSON.parse(html) as Slots
          const slots = Object.keys(contents).filter((slot) => slot in page)
          for (const slot of slots) page[slot] = contents[slot] ?? page[slot]!
          return { html: JSON.stringify(page), slots }
        },
        pages: {
          async get(key: string) {
            const found = kept.get(key)
            return found && found.until > clock.ms ? structuredClone(found.page) : null
          },
          async put(key: string, page: object, ttlMs: number) {
            kept.set(key, { page: structuredClone(page), until: clock.ms + ttlMs })
          },
        },
        record: async (seen: Exposure[]) => void exposures.push(...seen),
        now: () => clock.ms,
        log: () => {},
      }
      const background: Promise<unknown>[] = []
      const cookie = `theme=dark; visitor=00000000-0000-4000-8000-${String(visitor).padStart(12, '0')}`
      const request = new Request(`https://lumen.example${path}`, { headers: { cookie, ...headers } })
      const response = await isolate.handle(request, env, {
        waitUntil: (work: Promise<unknown>) => background.push(work),
      })
      await Promise.all(background)
      const text = await response.text()
      return {
        status: response.status,
        etag: response.headers.get('etag'),
        slots: (text ? JSON.parse(text) : {}) as Slots,
        exposures,
      }
    },
    /** Which variant each of the visitors is counted for, without those who do not take part. */
    async drawAll(isolate: Variant, visitors: number): Promise<Map<number, string>> {
      const drawn = new Map<number, string>()
      for (let visitor = 0; visitor < visitors; visitor += 1) {
        for (const { variant } of (await world.visit(isolate, { visitor })).exposures)
          drawn.set(visitor, variant)
      }
      return drawn
    },
  }
  return world
}
