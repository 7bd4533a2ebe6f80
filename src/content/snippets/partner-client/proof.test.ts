import { expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { LabelOrder, Rate, RateQuery, Services } from './code.ts'

type Variant = typeof import('./code.ts')

const CHECKOUT_PATIENCE_MS = 5_000

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'buys-again': {
      symptom: { answerLost: 3, gatewayFailed: 3 },
      async run(variant) {
        const bought = async (always: Behaviour) => {
          let labels = 0
          await inWorld(variant, async (world) => {
            world.partner.always = always
            await world.book(orderOf('ord_1'))
            await world.pass(60_000)
            labels = world.partner.labelsOf('ord_1')
          })
          return labels
        }
        const answerLost = await bought({ afterMs: 300, drops: 'ECONNRESET' })
        const gatewayFailed = await bought({ afterMs: 300, status: 502 })
        expect({ answerLost, gatewayFailed }).toEqual({ answerLost: 1, gatewayFailed: 1 })
        expect(await bought({ hangs: true })).toBe(1)

        await inWorld(variant, async (world) => {
          expect(await world.book(orderOf('ord_1'))).toBe('booked')
          expect(world.partner.labelsOf('ord_1')).toBe(1)

          world.partner.script = [{ afterMs: 100, status: 503 }, { afterMs: 100, drops: 'ECONNRESET' }]
          expect(await world.rates(queryOf(1))).toBe('offered')
        })
      },
    },

    'deadline-per-attempt': {
      symptom: 12_900,
      async run(variant) {
        const waited = async (...script: Behaviour[]) => {
          let ms = 0
          await inWorld(variant, async (world) => {
            world.partner.script = script
            const startedAt = Date.now()
            await world.rates(queryOf(1))
            ms = Date.now() - startedAt
          })
          return ms
        }
        const hang: Behaviour = { hangs: true }
        expect(await waited(hang, hang, hang)).toBeLessThan(CHECKOUT_PATIENCE_MS)
        expect(await waited({ afterMs: 3_600, status: 503 }, hang, hang)).toBeLessThan(CHECKOUT_PATIENCE_MS)

        await inWorld(variant, async (world) => {
          world.partner.always = { afterMs: 2_500 }
          expect(await world.rates(queryOf(1))).toBe('offered')
          world.partner.script = [{ afterMs: 200, status: 503 }, { afterMs: 1_800 }]
          expect(await world.rates(queryOf(2))).toBe('offered')
        })
      },
    },

    'leaving-counts-as-outage': {
      symptom: 'circuit open',
      async run(variant) {
        await inWorld(variant, async (world) => {
          for (let edit = 0; edit < 40; edit += 1) {
            const shopper = new AbortController()
            const left = world.rates(queryOf(edit), shopper.signal)
            await world.pass(300)
            shopper.abort(new DOMException('cart changed', 'AbortError'))
            await left
          }
          expect(await world.book(orderOf('ord_1'))).toBe('booked')
          expect(world.partner.cutOff).toBe(40)
        })

        await inWorld(variant, async (world) => {
          world.partner.always = { hangs: true }
          for (let shopper = 0; shopper < 6; shopper += 1) await world.rates(queryOf(shopper))
          expect(await world.rates(queryOf(99), new AbortController().signal)).toBe('circuit open')
        })
      },
    },

    'everybody-probes': {
      symptom: 50,
      async run(variant) {
        await inWorld(variant, async (world) => {
          await world.openCircuit()
          await world.pass(90_000)
          world.partner.always = { afterMs: 1_000, status: 503 }
          world.partner.requests = 0
          await Promise.all(Array.from({ length: 50 }, (_, n) => world.rates(queryOf(n))))
          expect(world.partner.requests).toBeLessThanOrEqual(3)

          world.partner.always = { hangs: true }
          await world.pass(90_000)
          const shopper = new AbortController()
          const probe = world.rates(queryOf(1), shopper.signal)
          await world.pass(100)
          shopper.abort(new DOMException('cart changed', 'AbortError'))
          await probe

          world.partner.always = {}
          await world.pass(90_000)
          expect(await world.rates(queryOf(1))).toBe('offered')
          const crowd = await Promise.all(Array.from({ length: 50 }, (_, n) => world.rates(queryOf(9 + n))))
          expect(crowd.filter((outcome) => outcome === 'offered').length).toBe(50)
        })
      },
    },
  },

  traps: {
    'refusals-prove-health': {
      symptom: { label: 'circuit open', afterOutage: 'circuit open' },
      async run(variant) {
        await inWorld(variant, async (world) => {
          world.partner.script = Array.from({ length: 10 }, () => ({ status: 422 }))
          for (let n = 0; n < 10; n += 1) await world.rates(queryOf(n))
          const label = await world.book(orderOf('ord_1'))

          await world.openCircuit()
          await world.pass(90_000)
          world.partner.script = [{ status: 422 }]
          await world.rates(queryOf(1))
          const afterOutage = await world.rates(queryOf(2))
          expect({ label, afterOutage }).toEqual({ label: 'booked', afterOutage: 'offered' })
        })
      },
    },

    'awaits-before-returning': {
      symptom: '503 busy',
      async run(variant) {
        await inWorld(variant, async (world) => {
          world.partner.script = [{ afterMs: 100, status: 503 }]
          expect(await world.rates(queryOf(1))).toBe('offered')
        })
      },
    },
  },
})

/** What the partner does with one request. It acts on whatever reaches it, even if its answer gets lost. */
interface Behaviour {
  afterMs?: number
  status?: number
  drops?: string
  hangs?: boolean
}

function queryOf(n: number): RateQuery {
  return { country: 'NL', postcode: `${1000 + n} AB`, parcels: [{ grams: 800, longestCm: 30 }] }
}

function orderOf(orderId: string): LabelOrder {
  const recipient = { name: 'Ada', street: 'Kade 1', postcode: '1011 AB', country: 'NL' }
  return { orderId, service: 'parcel', recipient, grams: 800 }
}

async function inWorld(variant: Variant, use: (world: World) => Promise<void>) {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const timeout = new AbortController()
    setTimeout(() => timeout.abort(new DOMException('no answer in time', 'TimeoutError')), ms)
    return timeout.signal
  })
  try {
    await use(createWorld(variant))
  } finally {
    vi.useRealTimers()
    vi.restoreAllMocks()
  }
}

type World = ReturnType<typeof createWorld>

/** The partner, a cache and a clock, each keeping the promises in code.ts, and one client. */
function createWorld(variant: Variant) {
  const labels: string[] = []
  const kept = new Map<string, { rates: Rate[]; until: number }>()
  const partner = {
    /** Taken one by one, and then `always`. */
    script: [] as Behaviour[],
    always: {} as Behaviour,
    requests: 0,
    /** Requests that the client gave up. */
    cutOff: 0,
    labelsOf: (orderId: string) => labels.filter((label) => label === orderId).length,
  }
  const sleep = (ms: number, signal?: AbortSignal | null) =>
    new Promise<void>((resume, stop) => {
      if (signal?.aborted) return stop(signal.reason)
      const timer = setTimeout(resume, ms)
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        stop(signal.reason)
      })
    })
  const client = variant.createShippingClient(
    {
      async fetch(url, { body, signal }) {
        const { afterMs = 800, status = 200, drops, hangs } = partner.script.shift() ?? partner.always
        signal?.throwIfAborted()
        partner.requests += 1
        if (drops !== 'ECONNREFUSED' && status !== 503 && status !== 422 && url.endsWith('/labels')) {
          labels.push((JSON.parse(String(body)) as LabelOrder).orderId)
        }
        await sleep(hangs ? 3_600_000 : afterMs, signal).catch((reason: unknown) => {
          partner.cutOff += 1
          throw reason
        })
        if (drops) throw new TypeError('fetch failed', { cause: { code: drops } })
        if (status >= 300) return new Response(status === 503 ? 'busy' : 'no', { status })
        const answer = url.endsWith('/labels')
          ? { trackingNumber: `PW${labels.length}`, pdfUrl: 'https://labels.example/1' }
          : [{ service: 'parcel', cents: 595, days: 2 }]
        return Response.json(answer)
      },
      cache: {
        async get(key) {
          const entry = kept.get(key)
          return entry && entry.until > Date.now() ? entry.rates : undefined
        },
        async set(key, rates, ttlMs) {
          kept.set(key, { rates, until: Date.now() + ttlMs })
        },
      },
      now: () => Date.now(),
      sleep,
      log: () => {},
    } satisfies Services,
    'key',
  )

  /** Lets time go on just as far as it takes. */
  async function outcomeOf(call: Promise<unknown>, success: string): Promise<string> {
    let outcome: string | undefined
    call.then(
      () => (outcome = success),
      (error: Error) => (outcome = error.message),
    )
    await vi.advanceTimersByTimeAsync(0)
    while (outcome === undefined) await vi.advanceTimersToNextTimerAsync()
    return outcome
  }

  const world = {
    partner,
    rates: (query: RateQuery, signal?: AbortSignal) => outcomeOf(client.rates(query, signal), 'offered'),
    book: (order: LabelOrder) => outcomeOf(client.book(order), 'booked'),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    async openCircuit() {
      partner.always = { afterMs: 50, status: 500 }
      for (let n = 0; n < 6; n += 1) await world.rates(queryOf(1_000 + n))
      partner.always = {}
    },
  }
  return world
}
