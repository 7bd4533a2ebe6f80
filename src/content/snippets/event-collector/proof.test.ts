import { expect } from 'vitest'
import { everyOrder, prove } from '../proof-kit.ts'
import type { Batch, ClientEvent, EventRecord, Project, Refused, Services } from './code.ts'

type Variant = typeof import('./code.ts')

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const NOON = Date.UTC(2025, 0, 15, 12)
const SECRET = 'DE02120300000000202051'

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'unstored-counts-as-stored': {
      symptom: {
        onePersonBusy: { stored: ['e1', 'e3', 'e5'], forgotten: true },
        severalTimes: { stored: ['e1', 'e3', 'e5'], forgotten: true },
        thenAnother: { stored: ['e1', 'e3', 'e5'], forgotten: true },
        allBusy: { stored: [], forgotten: true },
        nothingTaken: { stored: ['e1', 'e2', 'e3', 'e4', 'e5'], forgotten: true },
      },
      async run(variant, other) {
        const deliver = async (troubles: (string[] | 'down')[]) => {
          const world = createWorld(variant)
          world.troubles.push(...troubles)
          const events = [1, 2, 3, 4, 5].map((n) => event(`e${n}`, { personId: n % 2 ? 'ada' : 'bo' }))
          const { forgotten } = await world.deliver(events, { processes: [variant, other] })
          return { stored: world.rows('lark').map(({ id }) => id), forgotten }
        }

        const everything = { stored: ['e1', 'e2', 'e3', 'e4', 'e5'], forgotten: true }
        expect({
          onePersonBusy: await deliver([['bo']]),
          severalTimes: await deliver([['bo'], ['bo'], ['bo'], ['bo'], ['bo']]),
          thenAnother: await deliver([['bo'], ['ada', 'bo'], ['ada']]),
          allBusy: await deliver([['ada', 'bo']]),
          nothingTaken: await deliver(['down', 'down']),
        }).toEqual({
          onePersonBusy: everything,
          severalTimes: everything,
          thenAnother: everything,
          allBusy: everything,
          nothingTaken: everything,
        })
      },
    },

    'drawn-by-event': {
      symptom: { split: 'most', share: 'a fifth', unsampled: 30 },
      async run(variant, other) {
        const world = createWorld(variant)
        const people = Array.from({ length: 400 }, (_, n) => `person-${n}`)
        for (const [i, name] of ['opened', 'signed up', 'invited', 'paid'].entries()) {
          const events = people.map((personId, n) => event(`${name}-${n}`, { name, personId }))
          await world.deliver(events, { token: 'finch-token', processes: [i % 2 ? other : variant] })
          world.clock.ms += DAY_MS
        }
        const stepsOf = people.map(
          (personId) => world.rows('finch').filter((row) => row.personId === personId).length,
        )
        const kept = stepsOf.filter((steps) => steps > 0)
        const split = kept.filter((steps) => steps < 4).length
        const share = world.rows('finch').length / (people.length * 4)
        await world.deliver(people.slice(0, 30).map((personId, n) => event(`all-${n}`, { personId })))

        expect({
          split: split === 0 ? 'none' : split > kept.length / 2 ? 'most' : 'some',
          share: share > 0.12 && share < 0.28 ? 'a fifth' : share,
          unsampled: world.rows('lark').length,
        }).toEqual({ split: 'none', share: 'a fifth', unsampled: 30 })
      },
    },

    'refused-with-everything': {
      symptom: { leaks: ['in an object', 'in a list', 'at the top', 'cut short'], refused: 5, stored: 1 },
      async run(variant) {
        const world = createWorld(variant)
        const payment = { iban: SECRET, bank: 'Tern' }
        const noise = { total: 'twelve' }
        const bad = {
          'in an object': event('b1', { properties: { ...noise, payment } }),
          'in a list': event('b2', { properties: { ...noise, payments: [[payment], 'x'] } }),
          'at the top': { ...event('b3', { properties: noise }), iban: SECRET },
          'cut short': { iban: SECRET, id: 'b4' },
          'nothing blocked': 'hello',
        }
        await world.deliver([...Object.values(bad), event('e1', { properties: { payment } })])

        const shown = world.refused.get('lark') ?? []
        const names = Object.keys(bad)
        const leaks = names.filter((_, i) => JSON.stringify(shown[i])?.includes(SECRET.slice(4)))
        expect(shown.map(({ reason }) => Boolean(reason))).toEqual(names.map(() => true))
        expect(JSON.stringify(world.rows('lark'))).not.toContain(SECRET)
        expect({ leaks, refused: shown.length, stored: world.rows('lark').length }).toEqual({
          leaks: [],
          refused: 5,
          stored: 1,
        })
      },
    },

    'device-clock-trusted': {
      symptom: {
        rightNow: 0,
        rightOffline: 0,
        fastNow: 0,
        fastOffline: 120,
        slowNow: -26 * 60,
        slowOffline: -26 * 60,
        newAttempt: -26 * 60,
        setBackBetween: 0,
      },
      async run(variant) {
        /** How many minutes too late the stored time is, of an event that happened `agoMs` before. */
        const errorOf = async (aheadMs: number, agoMs: number, { attempts = 1, setBackMs = 0 } = {}) => {
          const world = createWorld(variant)
          const happenedAt = NOON - agoMs
          while (world.troubles.length < attempts - 1) world.troubles.push('down')
          const at = happenedAt + aheadMs + setBackMs
          await world.deliver([event('e1', { at })], { aheadMs })
          const stored = world.rows('lark')[0]?.at ?? Infinity
          const limit = setBackMs ? world.clock.ms : happenedAt
          return Math.round((stored - limit) / MINUTE_MS)
        }

        expect({
          rightNow: await errorOf(0, 0),
          rightOffline: await errorOf(0, 5 * DAY_MS),
          fastNow: await errorOf(3 * HOUR_MS, 0),
          fastOffline: await errorOf(3 * HOUR_MS, 2 * HOUR_MS),
          slowNow: await errorOf(-26 * HOUR_MS, 0),
          slowOffline: await errorOf(-26 * HOUR_MS, 5 * DAY_MS),
          newAttempt: await errorOf(-26 * HOUR_MS, HOUR_MS, { attempts: 4 }),
          setBackBetween: await errorOf(0, 0, { setBackMs: 2 * HOUR_MS }),
        }).toEqual({
          rightNow: 0,
          rightOffline: 0,
          fastNow: 0,
          fastOffline: 0,
          slowNow: 0,
          slowOffline: 0,
          newAttempt: 0,
          setBackBetween: 0,
        })
      },
    },
  },

  traps: {
    'seen-after-append': {
      symptom: [],
      async run(variant, other) {
        const world = createWorld(variant)
        world.troubles.push('down', 'down')
        await world.deliver([event('e1'), event('e2')], { processes: [variant, other] })
        expect(world.rows('lark').map(({ id }) => id)).toEqual(['e1', 'e2'])

        await everyOrder(async (turn) => {
          const overlapping = createWorld(variant, { turn })
          const events = [event('e1'), event('e2')]
          await Promise.all([
            overlapping.deliver(events),
            overlapping.deliver(events, { processes: [other] }),
          ])
          expect(overlapping.rows('lark').map(({ id }) => id)).toEqual(['e1', 'e2'])
        })
      },
    },

    'any-origin': {
      symptom: { good: 8, unknownToken: 8, noBatch: 8, fromApp: 1 },
      async run(variant) {
        const world = createWorld(variant)
        const attempts = async (options: DeliverOptions) =>
          (await world.deliver([event('e1')], options)).attempts

        expect({
          good: await attempts({ origin: 'https://shop.example' }),
          unknownToken: await attempts({ origin: 'https://shop.example', token: 'gone' }),
          noBatch: await attempts({ origin: 'https://shop.example', body: 'hello' }),
          fromApp: await attempts({}),
        }).toEqual({ good: 1, unknownToken: 1, noBatch: 1, fromApp: 1 })
      },
    },
  },
})

function event(id: string, over: Partial<ClientEvent> = {}): ClientEvent {
  return { id, name: 'opened', personId: 'ada', at: NOON, properties: {}, ...over }
}

/** Two projects, the SDK on a device and the services, each keeping the promises in code.ts. */
function createWorld(variant: Variant, { turn = async () => {} }: { turn?: () => Promise<void> } = {}) {
  const projects = new Map<string, Project>([
    ['lark-token', { id: 'lark', sampleRate: 1, blocked: ['iban', 'email'] }],
    ['finch-token', { id: 'finch', sampleRate: 0.2, blocked: [] }],
  ])
  const clock = { ms: NOON }
  const keys = new Set<string>()
  const read: EventRecord[] = []
  const refused = new Map<string, Refused[]>()
  /** What befalls each call of append in turn: all of it is down, or the partitions of these people busy. */
  const troubles: (string[] | 'down')[] = []

  const services: Services = {
    projects: {
      async byToken(token) {
        await turn()
        return projects.get(token) ?? null
      },
    },
    seen: {
      async which(asked) {
        await turn()
        return new Set(asked.filter((key) => keys.has(key)))
      },
      async add(added) {
        await turn()
        for (const key of added) keys.add(key)
      },
    },
    queue: {
      async append(records) {
        await turn()
        const trouble = troubles.shift() ?? []
        if (trouble === 'down') throw new Error('connection refused')
        return records.map((record) => {
          if (trouble.includes(record.personId)) return { error: 'partition busy' }
          read.push(structuredClone(record))
          return {}
        })
      },
    },
    refuse(projectId, added) {
      refused.set(projectId, [...(refused.get(projectId) ?? []), ...structuredClone(added)])
    },
    parseBatch(body) {
      const value = parseJson(body.toString())
      return isObject(value) && Array.isArray(value.events) ? (value as unknown as Batch) : null
    },
    readEvent,
    countryOf: () => 'PT',
    now: () => clock.ms,
    log: () => {},
  }

  return {
    clock,
    troubles,
    refused,
    /** Hands a batch to the SDK of a device, which makes attempts until it may forget it, eight at most. */
    async deliver(events: unknown[], options: DeliverOptions = {}) {
      const { token = 'lark-token', aheadMs = 0, processes = [variant], origin } = options
      for (let attempts = 1; attempts <= 8; attempts += 1) {
        const sentAt = clock.ms + aheadMs
        const body = Buffer.from(options.body ?? JSON.stringify({ sentAt, events }))
        const process = processes[(attempts - 1) % processes.length] ?? variant
        const reply = await process
          .collect(services, { token, ip: '192.0.2.7', body })
          .catch(() => ({ status: 500, headers: { 'access-control-allow-origin': '*' } }))
        const allowed = reply.headers['access-control-allow-origin']
        const isReadable = !origin || allowed === '*' || allowed === origin
        if (isReadable && reply.status < 500) return { forgotten: true, attempts }
        clock.ms += 10 * MINUTE_MS
      }
      return { forgotten: false, attempts: 8 }
    },
    /** What the warehouse has of a project: a row per event id, in order of the id. */
    rows(projectId: string): EventRecord[] {
      const ofProject = read.filter((record) => record.projectId === projectId)
      const rows = new Map(ofProject.map((record) => [record.id, record]))
      return [...rows.values()].sort((a, b) => a.id.localeCompare(b.id))
    },
  }
}

function readEvent(value: unknown): { event: ClientEvent } | { reason: string } {
  if (!isObject(value)) return { reason: 'the event is not an object' }
  const { id, name, personId, at, properties } = value
  if (typeof id !== 'string' || typeof name !== 'string' || typeof personId !== 'string') {
    return { reason: 'id, name or personId is not a text' }
  }
  if (typeof at !== 'number' || !Number.isFinite(at)) return { reason: 'at is not a number' }
  if (!isObject(properties)) return { reason: 'properties is not an object' }
  if ('total' in properties && typeof properties.total !== 'number') {
    return { reason: 'properties.total is not a number' }
  }
  return { event: { id, name, personId, at, properties } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface DeliverOptions {
  token?: string
  /** How far the clock of the device is ahead of ours. */
  aheadMs?: number
  processes?: Variant[]
  /** Of the page. An app has none. */
  origin?: string
  body?: string
}
