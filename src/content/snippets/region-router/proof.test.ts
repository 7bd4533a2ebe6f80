import { afterEach, expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Env, Region, Tenant, Zone } from './code.ts'

type Variant = typeof import('./code.ts')

const SECOND = 1_000
const EUROPE = ['eu-west', 'eu-north']

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'prefers-its-zone': {
      symptom: { oneRefuses: ['us-east'], noneAnswers: ['us-east', 'us-west'], onlyOne: ['eu-west'] },
      async run(variant, other) {
        const abroad = async (isolate: Variant, key: Zone, behaviours: Record<string, Behaviour>, down: string[]) => {
          const world = createWorld(isolate)
          Object.assign(world.regions, behaviours)
          world.down = down
          await world.call(key)
          await world.pass(60 * SECOND)
          return world.asked.map(({ region }) => region).filter((region) => !region.startsWith(key))
        }
        const full = { status: 503 }
        const refused = { drops: true, isDark: true }
        const oneRefuses = await abroad(variant, 'eu', { 'eu-west': full }, ['eu-north'])
        const noneAnswers = await abroad(
          other,
          'eu',
          { 'eu-west': refused, 'eu-north': refused, 'us-east': full },
          EUROPE,
        )
        const onlyOne = await abroad(variant, 'ap', { 'ap-south': full }, [])
        expect({ oneRefuses, noneAnswers, onlyOne }).toEqual({ oneRefuses: [], noneAnswers: [], onlyOne: [] })

        const anywhere = createWorld(variant)
        anywhere.regions['eu-west'] = full
        anywhere.regions['eu-north'] = full
        anywhere.down = ['eu-north']
        expect(await anywhere.call('any')).toBe('200 us-east')
        expect(await anywhere.call('eu')).toBe('502')
        anywhere.regions['eu-north'] = {}
        expect(await anywhere.call('eu')).toBe('200 eu-north')
      },
    },

    'writes-again-elsewhere': {
      symptom: { lost: 2, gateway: 2, late: 2 },
      async run(variant) {
        const written = async (behaviour: Behaviour) => {
          const world = createWorld(variant)
          world.regions['eu-west'] = behaviour
          await world.call('any', { method: 'POST', body: 'invoice' })
          await world.pass(60 * SECOND)
          return world.written.length
        }
        expect({
          lost: await written({ drops: true }),
          gateway: await written({ status: 502 }),
          late: await written({ takesMs: 6 * SECOND }),
        }).toEqual({ lost: 1, gateway: 1, late: 1 })
        expect(await written({ takesMs: 50 * SECOND })).toBe(1)
        expect(await written({ status: 504 })).toBe(1)
        expect(await written({})).toBe(1)

        for (const behaviour of [{ drops: true }, { status: 502 }, { takesMs: 6 * SECOND }, { status: 503 }]) {
          const world = createWorld(variant)
          world.regions['eu-west'] = behaviour
          expect(await world.call('any')).toBe('200 eu-north')
        }
      },
    },

    'busy-keeps-it-young': {
      symptom: 100,
      async run(variant) {
        const world = createWorld(variant)
        const traffic = async (seconds: number) => {
          for (let i = 0; i < seconds * 10; i += 1) {
            await world.call('any')
            await world.pass(SECOND / 10)
          }
        }
        await traffic(10)
        world.down = ['eu-west']
        await traffic(10)
        world.asked.length = 0
        await traffic(10)
        expect(world.asked.filter(({ region }) => region === 'eu-west').length).toBe(0)

        world.down = []
        await traffic(10)
        expect(await world.call('any')).toBe('200 eu-west')
        expect(world.reads).toBeLessThanOrEqual(60)
      },
    },

    'dark-region-ends-round': {
      symptom: { refuses: 'eu-west', silent: 'eu-west' },
      async run(variant, other) {
        const firstAsked = async (isolate: Variant, behaviour: Behaviour) => {
          const world = createWorld(isolate)
          world.regions['eu-west'] = behaviour
          await world.probe()
          await world.pass(30 * SECOND)
          world.asked.length = 0
          await world.call('any')
          return world.asked[0]?.region
        }
        expect({
          refuses: await firstAsked(variant, { drops: true, isDark: true }),
          silent: await firstAsked(other, { takesMs: 3_600 * SECOND, isDark: true }),
        }).toEqual({ refuses: 'eu-north', silent: 'eu-north' })

        const world = createWorld(variant)
        await world.pass(60 * SECOND)
        world.regions['us-east'] = { status: 503 }
        world.regions['ap-south'] = { drops: true, isDark: true }
        await world.probe()
        expect([...world.down].sort()).toEqual(['ap-south', 'us-east'])
        world.regions['us-east'] = {}
        world.regions['ap-south'] = {}
        await world.probe()
        expect(world.down).toEqual([])
      },
    },
  },

  traps: {
    'down-comes-last': {
      symptom: '502',
      async run(variant) {
        const world = createWorld(variant)
        world.down = Object.keys(world.regions)
        expect(await world.call('any')).toBe('200 eu-west')
        expect(await world.call('eu')).toBe('200 eu-west')
      },
    },

    'body-read-first': {
      symptom: '502',
      async run(variant) {
        const world = createWorld(variant)
        world.regions['eu-west'] = { status: 503 }
        expect(await world.call('any', { method: 'POST', body: 'invoice' })).toBe('200 eu-north')
        expect(world.written).toEqual(['invoice'])
      },
    },
  },
})

/** What a region does with a call. It carries out whatever reaches it, but for a 503. */
interface Behaviour {
  status?: number
  takesMs?: number
  /** The connection breaks off before the answer. */
  drops?: boolean
  /** Nothing reaches it at all. */
  isDark?: boolean
}

const REGIONS: Region[] = ['eu-west', 'eu-north', 'us-east', 'us-west', 'ap-south'].map((id) => ({
  id,
  zone: id.slice(0, 2) as Zone,
  url: `https://${id}.example`,
}))

/** Five regions and the health of one location, each keeping the promises in code.ts. */
function createWorld(variant: Variant) {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const timeout = new AbortController()
    setTimeout(() => timeout.abort(new DOMException('too slow', 'TimeoutError')), ms)
    return timeout.signal
  })
  const tenants: Record<string, Tenant> = {
    any: { id: 'tern', zone: null },
    eu: { id: 'lumen', zone: 'eu' },
    ap: { id: 'ash', zone: 'ap' },
  }
  const known = new Map<string, Response>()

  const env: Env = {
    tenants: { withKey: async (apiKey) => tenants[apiKey] ?? null },
    regions: REGIONS,
    health: {
      async down() {
        world.reads += 1
        return [...world.down]
      },
      async report(down) {
        world.down = down
      },
    },
    async fetch(url, init) {
      const { hostname, pathname } = new URL(url)
      const region = hostname.replace('.example', '')
      const { status = 200, takesMs = 0, drops, isDark } = world.regions[region] ?? {}
      init.signal?.throwIfAborted()
      if (pathname !== '/healthz') world.asked.push({ region })
      const sent = init.body ? await new Response(init.body).text() : ''
      const repeated = `${region} ${new Headers(init.headers).get('idempotency-key')}`
      const earlier = known.get(repeated)
      if (sent && status !== 503 && !isDark && !earlier) world.written.push(sent)
      if (sent && !repeated.endsWith('null')) known.set(repeated, Response.json({}))
      if (takesMs) {
        await new Promise<void>((done, fail) => {
          setTimeout(done, takesMs)
          init.signal?.addEventListener('abort', () => fail(init.signal?.reason))
        })
      }
      if (drops) throw new TypeError('fetch failed')
      return new Response(region, { status })
    },
    now: () => Date.now(),
    log: () => {},
  }

  const world = {
    /** What each of them does next. */
    regions: Object.fromEntries(REGIONS.map(({ id }): [string, Behaviour] => [id, {}])),
    /** The last report. */
    down: [] as string[],
    reads: 0,
    asked: [] as { region: string }[],
    written: [] as string[],
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    /** What the client sees: the status, and the region behind it. */
    async call(key: string, init: RequestInit = {}): Promise<string> {
      const request = new Request('https://api.example/v1/invoices', {
        ...init,
        headers: { authorization: key },
      })
      const answer = await end(variant.handle(request, env))
      return answer.ok ? `${answer.status} ${await answer.text()}` : String(answer.status)
    },
    /** The platform notes an error and goes on. */
    probe: () => end(variant.probe(env).catch(() => {})),
  }
  return world
}

/** Lets time go on just as far as it takes. */
async function end<Value>(work: Promise<Value>): Promise<Value> {
  let isOver = false
  const over = () => (isOver = true)
  work.then(over, over)
  for (;;) {
    for (let i = 0; i < 5 && !isOver; i += 1) await new Promise((resume) => setImmediate(resume))
    if (isOver) return work
    if (vi.getTimerCount()) await vi.advanceTimersToNextTimerAsync()
  }
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})
