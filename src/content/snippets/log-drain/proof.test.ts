import { expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'

interface Line {
  id: string
  customerId: string
  at: number
  text: string
}

interface Variant {
  drain(services: object, stop: AbortSignal): Promise<void>
}

/** What an endpoint does with a post: a status, or no answer. */
type Behaviour = (post: { ids: string[]; attempt: number }) => number | 'silent'

const SECOND = 1_000
const MINUTE = 60 * SECOND

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'headers-for-all': {
      symptom: {
        acme: ['Bearer corp', 'key bolt'],
        bolt: ['Bearer acme'],
        corp: ['key bolt'],
      },
      run: (variant) =>
        onFakeTime(async () => {
          const world = createWorld()
          world.customer('acme', { authorization: 'Bearer acme' }, ({ attempt }) => (attempt === 1 ? 503 : 200))
          world.customer('bolt', { 'x-api-key': 'key bolt' })
          world.customer('corp', { authorization: 'Bearer corp' })
          world.enqueue(['acme', 'bolt', 'corp'])
          await world.work(variant, 2 * MINUTE)

          expect(world.received('acme', 'bolt', 'corp')).toEqual(['acme-1', 'bolt-1', 'corp-1'])
          const seen = world.secretsSeen()
          expect(seen.foreign).toEqual({ acme: [], bolt: [], corp: [] })
          expect(seen.own).toEqual({ acme: 2, bolt: 1, corp: 1 })
        }),
    },

    'failed-part-acknowledged': {
      symptom: ['bad-1'],
      run: (variant, other) =>
        onFakeTime(async () => {
          for (const broken of ['deadLetters', 'endpoints'] as const) {
            const world = createWorld()
            world.customer('fine', {})
            world.customer('bad', {}, () => 400)
            world.enqueue(['fine', 'bad'])
            world.isDown[broken] = true
            await world.work(variant, 2 * MINUTE)
            world.isDown[broken] = false
            await world.work(other, 20 * MINUTE)

            expect(world.lost()).toEqual([])
            expect(world.received('fine')).toEqual(['fine-1'])
            expect(world.waiting()).toBe(0)
          }
        }),
    },

    'failing-endpoint-tried-afresh': {
      symptom: 'held up',
      run: (variant) =>
        onFakeTime(async () => {
          const world = createWorld()
          let isSilent = true
          world.customer('calm', {})
          world.customer('stuck', {}, () => (isSilent ? 'silent' : 200))
          for (let n = 0; n < 100; n += 1) world.enqueue(['calm', 'stuck'])
          await world.work(variant, 5 * MINUTE)
          expect(world.received('calm').length === 100 ? 'in time' : 'held up').toBe('in time')
          expect(world.mostAtOnce('stuck')).toBeLessThan(50)

          isSilent = false
          await world.work(variant, 10 * MINUTE)
          world.enqueue(['stuck', 'calm'])
          await world.work(variant, MINUTE)
          expect(world.received('stuck')).toContain('stuck-101')
          expect(world.lost()).toEqual([])

          const vendor = createWorld()
          const busy: Behaviour = ({ ids }) => (ids[0]?.startsWith('noisy') ? 429 : 200)
          vendor.customer('noisy', {}, busy, 'vendor')
          vendor.customer('quiet', {}, busy, 'vendor')
          vendor.enqueue(['noisy'])
          await vendor.work(variant, 2 * MINUTE)
          vendor.enqueue(['noisy', 'quiet'])
          await vendor.work(variant, 2 * MINUTE)
          expect(vendor.received('quiet')).toEqual(['quiet-1'])

          const shaky = createWorld()
          shaky.customer('shaky', {}, ({ attempt }) => (attempt < 4 ? 503 : 200))
          shaky.enqueue(['shaky'])
          await shaky.work(variant, 2 * MINUTE)
          expect(shaky.received('shaky')).toEqual(['shaky-1'])
        }),
    },

    'halves-under-one-id': {
      symptom: ['small-1', 'small-2'],
      run: (variant, other) =>
        onFakeTime(async () => {
          const five = Array.from({ length: 5 }, () => 'small')
          const world = createWorld()
          world.customer('small', {}, ({ ids }) => (ids.length > 2 ? 413 : 200))
          world.enqueue(five)
          world.isDown.acknowledge = true
          await world.work(variant, MINUTE)
          world.isDown.acknowledge = false
          await world.work(other, 10 * MINUTE)
          expect(world.received('small')).toEqual(['small-1', 'small-2', 'small-3', 'small-4', 'small-5'])

          const refusing = createWorld()
          refusing.customer('small', {}, ({ ids }) => (ids.length > 2 ? 413 : 400))
          refusing.enqueue(five)
          await refusing.work(variant, MINUTE)
          expect(refusing.lost()).toEqual([])
        }),
    },
  },

  traps: {
    'parts-at-once': {
      symptom: [],
      run: (variant) =>
        onFakeTime(async () => {
          const world = createWorld()
          world.customer('stuck', {}, () => 'silent')
          world.customer('calm', {})
          world.enqueue(['stuck', 'calm'])
          await world.work(variant, 5 * SECOND)

          expect(world.received('calm')).toEqual(['calm-1'])
        }),
    },

    'switched-off-is-dropped': {
      symptom: ['off-1'],
      run: (variant) =>
        onFakeTime(async () => {
          const world = createWorld()
          world.customer('on', {})
          world.enqueue(['off', 'on'])
          await world.work(variant, 10 * MINUTE)

          expect(world.received('on')).toEqual(['on-1'])
          expect(world.kept()).toEqual([])
          expect(world.waiting()).toBe(0)
        }),
    },
  },
})

async function onFakeTime(run: () => Promise<void>): Promise<void> {
  vi.useFakeTimers()
  try {
    await run()
  } finally {
    vi.clearAllTimers()
    vi.useRealTimers()
  }
}

interface Queued {
  id: string
  lines: Line[]
  hiddenUntil: number
}

/** The queue, the registry, the customers' endpoints and the dead letters, each as code.js promises. */
function createWorld() {
  const queued: Queued[] = []
  const customers = new Map<string, { url: string; headers: Record<string, string>; behaviour: Behaviour }>()
  const letters = new Map<string, { lines: Line[] }>()
  const taken = new Map<string, string[]>()
  const deliveries = new Set<string>()
  const attempts = new Map<string, number>()
  const posts: { customerId: string; values: string[] }[] = []
  const atOnce = new Map<string, { now: number; most: number }>()
  const counts = new Map<string, number>()
  const all: string[] = []
  const isDown = { deadLetters: false, endpoints: false, acknowledge: false }

  const check = (part: keyof typeof isDown) => {
    if (isDown[part]) throw new Error(`${part}: connection reset`)
  }
  const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

  const services = {
    queue: {
      async take() {
        const next = queued.find((batch) => batch.hiddenUntil <= Date.now())
        if (!next) return null
        next.hiddenUntil = Date.now() + 5 * MINUTE
        return { id: next.id, receipt: `${next.id}@${next.hiddenUntil}`, lines: structuredClone(next.lines) }
      },
      async acknowledge(receipt: string) {
        check('acknowledge')
        const at = queued.findIndex((batch) => receipt === `${batch.id}@${batch.hiddenUntil}`)
        if (at >= 0) queued.splice(at, 1)
      },
    },
    endpoints: {
      async find(customerId: string) {
        check('endpoints')
        const customer = customers.get(customerId)
        return customer ? { url: customer.url, headers: { ...customer.headers } } : null
      },
    },
    http: {
      async post(url: string, headers: Headers, body: string) {
        const sent = new Headers(headers)
        const ids = body.split('\n').map((row) => (JSON.parse(row) as Line).id)
        const customerId = ids[0]!.split('-')[0]!
        posts.push({ customerId, values: [...sent.values()] })
        const attempt = (attempts.get(body) ?? 0) + 1
        attempts.set(body, attempt)
        const load = atOnce.get(customerId) ?? { now: 0, most: 0 }
        atOnce.set(customerId, load)
        load.now += 1
        load.most = Math.max(load.most, load.now)
        const answer = customers.get(customerId)!.behaviour({ ids, attempt })
        await wait(answer === 'silent' ? 10 * SECOND : 20)
        load.now -= 1
        if (answer === 'silent') throw new Error('no answer in 10000ms')
        const delivery = `${url} ${sent.get('x-delivery')}`
        if (answer === 200 && !deliveries.has(delivery)) {
          deliveries.add(delivery)
          taken.set(customerId, [...(taken.get(customerId) ?? []), ...ids])
        }
        return { status: answer }
      },
    },
    deadLetters: {
      async put(id: string, letter: { lines: Line[] }) {
        check('deadLetters')
        letters.set(id, structuredClone(letter))
      },
    },
    now: () => Date.now(),
    pause: wait,
    log: () => {},
  }

  const kept = () => [...letters.values()].flatMap((letter) => letter.lines.map((line) => line.id))
  const received = (...ids: string[]) => ids.flatMap((id) => taken.get(id) ?? [])
  return {
    isDown,
    kept,
    received,
    customer(
      id: string,
      headers: Record<string, string>,
      behaviour: Behaviour = () => 200,
      host = id,
    ) {
      customers.set(id, { url: `https://${host}.example/logs`, headers, behaviour })
    },
    /** A batch with one line of each that is named. */
    enqueue(of: string[]) {
      const lines = of.map((customerId) => {
        const n = (counts.get(customerId) ?? 0) + 1
        counts.set(customerId, n)
        all.push(`${customerId}-${n}`)
        return { id: `${customerId}-${n}`, customerId, at: Date.now(), text: `GET /${n} 200` }
      })
      queued.push({ id: `b${all.length}`, lines, hiddenUntil: 0 })
    },
    /** Runs a worker for so long. It ends by itself with the batch it has in hand. */
    async work(variant: Variant, ms: number) {
      const stop = new AbortController()
      void variant.drain(services, stop.signal)
      await vi.advanceTimersByTimeAsync(ms)
      stop.abort()
    },
    waiting: () => queued.length,
    mostAtOnce: (customerId: string) => atOnce.get(customerId)?.most ?? 0,
    lost: () => {
      const safe = new Set([
        ...received(...customers.keys()),
        ...kept(),
        ...queued.flatMap((batch) => batch.lines.map((line) => line.id)),
      ])
      return all.filter((id) => !safe.has(id))
    },
    secretsSeen() {
      const foreign: Record<string, string[]> = {}
      const own: Record<string, number> = {}
      const secrets = [...customers].flatMap(([id, { headers }]) =>
        Object.values(headers).map((value) => ({ id, value })),
      )
      for (const id of customers.keys()) {
        const values = posts.filter((post) => post.customerId === id).flatMap((post) => post.values)
        const ofOthers = secrets.filter((secret) => secret.id !== id && values.includes(secret.value))
        foreign[id] = ofOthers.map((secret) => secret.value).sort()
        own[id] = values.filter((value) => Object.values(customers.get(id)!.headers).includes(value)).length
      }
      return { foreign, own }
    },
  }
}
