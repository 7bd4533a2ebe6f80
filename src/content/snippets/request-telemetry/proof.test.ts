import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { RoutedRequest, Services, Span } from './code.ts'

type Variant = typeof import('./code.ts')

const GATEWAY_GIVES_UP_MS = 30_000

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'secrets-in-target': {
      symptom: ['tok-1 sent', 'tok-1 logged', 'sig-2 sent', 'sig-2 logged', 'code-3 sent', 'code-3 logged'],
      async run(variant) {
        await inWorld(variant, async (world) => {
          world.get('/reset?token=tok-1', { route: '/reset' })
          world.get('/files/9?until=5&sig=sig-2', { route: '/files/:id', status: 500 })
          world.get('/callback?code=code-3&state=x', { route: '/callback' })
          world.get('//')
          await world.pass(5_000)

          const sent = JSON.stringify(world.spans)
          const logged = JSON.stringify(world.logged)
          const leaks = ['tok-1', 'sig-2', 'code-3'].flatMap((secret) => [
            ...(sent.includes(secret) ? [`${secret} sent`] : []),
            ...(logged.includes(secret) ? [`${secret} logged`] : []),
          ])
          expect(leaks).toEqual([])
          expect(sent).toContain('/reset')
          expect(logged).toContain('/reset')
          expect(world.crashes).toBe(0)
        })
      },
    },

    'only-answered-requests': {
      symptom: [{ ms: 12, isSuccess: true }],
      async run(variant) {
        await inWorld(variant, async (world) => {
          world.get('/invoices', { route: '/invoices', tookMs: 12 })
          world.get('/reports/annual', { route: '/reports/:id', isGivenUp: true })

          const seen = world.observed.map(({ value, labels }) => ({
            ms: value,
            isSuccess: labels.status?.startsWith('2') ?? false,
          }))
          expect(seen).toEqual([
            { ms: 12, isSuccess: true },
            { ms: GATEWAY_GIVES_UP_MS, isSuccess: false },
          ])
        })
      },
    },

    'waits-without-end': {
      symptom: 12_000,
      async run(variant) {
        await inWorld(variant, async (world) => {
          world.collector.isDown = true
          for (let second = 0; second < 30; second += 1) {
            world.times(40, () => world.get('/invoices', { route: '/invoices' }))
            await world.pass(1_000)
          }
          world.collector.isDown = false
          await world.pass(10_000)
          expect(world.spans.length).toBe(1_200)
        })

        await inWorld(variant, async (world) => {
          world.collector.isDown = true
          for (let minute = 0; minute < 60; minute += 1) {
            world.times(200, () => world.get('/invoices', { route: '/invoices' }))
            await world.pass(60_000)
          }
          world.collector.isDown = false
          await world.pass(60_000)
          const kept = world.spans.length
          expect(kept).toBeLessThanOrEqual(10_000)

          world.get('/invoices', { route: '/invoices' })
          await world.pass(10_000)
          expect(world.spans.length).toBe(kept + 1)
        })
      },
    },

    'dice-of-its-own': {
      symptom: {
        taken: { isSent: false, flag: '00' },
        left: { isSent: true, flag: '01' },
        ownYes: { isSent: true, flag: '01' },
        ownNo: { isSent: false, flag: '00' },
      },
      async run(variant) {
        const follow = async (random: number, traceparent?: string) => {
          let seen = { isSent: false, flag: '' }
          await inWorld(variant, async (world) => {
            world.chance = random
            const headers = world.get('/invoices', { route: '/invoices', ...(traceparent && { traceparent }) })
            await world.pass(5_000)
            seen = { isSent: world.spans.length > 0, flag: headers.traceparent?.slice(-2) ?? 'none' }
          })
          return seen
        }
        expect({
          taken: await follow(0.99, `00-${'f'.repeat(32)}-${'1'.repeat(16)}-01`),
          left: await follow(0, `00-${'0'.repeat(31)}1-${'1'.repeat(16)}-00`),
          ownYes: await follow(0),
          ownNo: await follow(0.99),
        }).toEqual({
          taken: { isSent: true, flag: '01' },
          left: { isSent: false, flag: '00' },
          ownYes: { isSent: true, flag: '01' },
          ownNo: { isSent: false, flag: '00' },
        })
      },
    },
  },

  traps: {
    'unmatched-in-one': {
      symptom: 301,
      async run(variant) {
        await inWorld(variant, async (world) => {
          for (let n = 0; n < 300; n += 1) world.get(`/wp-admin/${n}.php`, { status: 404 })
          world.get('/invoices', { route: '/invoices' })
          const series = new Set(world.observed.map(({ labels }) => JSON.stringify(labels)))
          expect(series.size).toBe(2)
        })
      },
    },

    'full-batch-once': {
      symptom: 201,
      async run(variant) {
        await inWorld(variant, async (world) => {
          world.collector.isDown = true
          for (let n = 0; n < 700; n += 1) {
            world.get('/invoices', { route: '/invoices' })
            await world.pass(0)
          }
          expect(world.collector.attempts).toBe(1)

          world.collector.isDown = false
          await world.pass(5_000)
          expect(world.spans.length).toBe(700)
          world.collector.attempts = 0
          world.times(500, () => world.get('/invoices', { route: '/invoices' }))
          await world.pass(0)
          expect(world.collector.attempts).toBe(1)
        })
      },
    },
  },
})

interface Told {
  route?: string
  status?: number
  tookMs?: number
  traceparent?: string
  /** The route never answers, and the gateway ends the connection. */
  isGivenUp?: boolean
}

async function inWorld(variant: Variant, use: (world: World) => Promise<void>) {
  vi.useFakeTimers()
  const world = createWorld(variant)
  try {
    await use(world)
  } finally {
    await world.telemetry.stop()
    vi.useRealTimers()
  }
}

type World = ReturnType<typeof createWorld>

/** A collector, metrics, two clocks and the server that calls the middleware, each keeping its promises. */
function createWorld(variant: Variant) {
  const kept = new Map<string, Span>()
  const clock = { uptime: 1_000 }
  const observed: { name: string; value: number; labels: Record<string, string> }[] = []
  const logged: Record<string, unknown>[] = []
  const collector = {
    isDown: false,
    attempts: 0,
    async send(spans: Span[]) {
      collector.attempts += 1
      if (collector.isDown) throw new Error('connect ECONNREFUSED')
      if (spans.length > 500) throw new Error('too many spans')
      for (const span of spans) kept.set(span.spanId, span)
    },
  }
  const services: Services = {
    observe: (name, value, labels) => void observed.push({ name, value, labels }),
    send: collector.send,
    log: (message, fields) => void logged.push({ message, ...fields }),
    now: () => Date.UTC(2026, 0, 1) + clock.uptime,
    uptime: () => clock.uptime,
    random: () => world.chance,
  }
  const telemetry = variant.createTelemetry(services)

  const world = {
    telemetry,
    collector,
    observed,
    logged,
    chance: 0,
    /** Errors that nobody catches, which end the process. */
    crashes: 0,
    get spans() {
      return [...kept.values()]
    },
    /** One request from its arrival to the end of its connection. Resolves to what an inner call would carry. */
    get(url: string, { route, status = 200, tookMs = 5, traceparent, isGivenUp = false }: Told = {}) {
      const headers = traceparent ? { traceparent } : {}
      const request = Object.assign(new EventEmitter(), { method: 'GET', url, headers })
      const response = Object.assign(new EventEmitter(), {
        statusCode: 200,
        writableEnded: false,
        writableFinished: false,
      })
      let carried: Record<string, string> = {}
      telemetry.middleware(request as unknown as RoutedRequest, response as unknown as ServerResponse, () => {
        carried = telemetry.outgoing()
      })
      try {
        Object.assign(request, route && { route })
        request.emit('end')
        request.emit('close')
        clock.uptime += isGivenUp ? GATEWAY_GIVES_UP_MS : tookMs
        if (!isGivenUp) {
          Object.assign(response, { statusCode: status, writableEnded: true, writableFinished: true })
          response.emit('finish')
        }
        response.emit('close')
      } catch {
        world.crashes += 1
      }
      return carried
    },
    times(count: number, call: () => unknown) {
      for (let n = 0; n < count; n += 1) call()
    },
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  }
  return world
}
