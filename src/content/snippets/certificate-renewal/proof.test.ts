import { expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Certificate, Renewal, Services, Workflow } from './code.ts'

type Variant = typeof import('./code.ts')

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const REGIONS = ['fra', 'iad', 'sin']

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'removed-before-loaded': {
      symptom: { darkMinutes: 27, isDarkWhileStuck: true, old: 0 },
      async run(variant) {
        const slow = await play({ on: variant, hours: 5, loadMinutes: () => [1, 8] })
        const stuck = await play({
          on: variant,
          hours: 6,
          loadMinutes: (region) => (region === 'iad' ? [1, 200] : [1, 2]),
        })

        expect({
          darkMinutes: slow.darkMinutes,
          isDarkWhileStuck: stuck.darkMinutes > 0,
          old: slow.stillStored('old'),
        }).toEqual({ darkMinutes: 0, isDarkWhileStuck: false, old: 0 })
        expect(slow.isRenewedIn(REGIONS) && stuck.isRenewedIn(REGIONS)).toBe(true)
      },
    },

    'certificate-per-attempt': {
      symptom: { issued: 5, isRenewed: false, state: 'running' },
      async run(variant, other) {
        const soon = await play({ on: variant, hours: 7.5, isDelegated: (hours) => hours > 5 })
        expect(soon.isRenewedIn(REGIONS)).toBe(true)

        const run = await play({
          on: variant,
          hours: 30,
          isDown: (region, hours) => region === 'sin' && hours < 20,
          moves: [
            { hours: 2.5, to: other },
            { hours: 9.2, to: variant },
          ],
        })
        expect({
          issued: run.issued,
          isRenewed: run.isRenewedIn(REGIONS),
          state: run.state,
        }).toEqual({ issued: 1, isRenewed: true, state: 'running' })
      },
    },

    'age-not-expiry': {
      symptom: { ninety: 0, fortyFive: 15, ten: 20, refused: 0 },
      async run(variant) {
        const ninety = await play({ on: variant, hours: 120 * 24, lifeDays: 90 })
        const fortyFive = await play({ on: variant, hours: 100 * 24, lifeDays: 45 })
        const ten = await play({ on: variant, hours: 30 * 24, lifeDays: 10 })

        expect({
          ninety: ninety.expiredDays,
          fortyFive: fortyFive.expiredDays,
          ten: ten.expiredDays,
          refused: ninety.refused + fortyFive.refused + ten.refused,
        }).toEqual({ ninety: 0, fortyFive: 0, ten: 0, refused: 0 })
        expect(ninety.issued).toBeLessThan(6)
      },
    },

    'fixed-wait-for-dns': {
      symptom: { invalid: 12, isRenewed: false },
      async run(variant) {
        const quick = await play({ on: variant, hours: 0.2, dnsMinutes: [0.2, 0.5] })
        expect(quick.isRenewedIn(REGIONS)).toBe(true)

        const slow = await play({ on: variant, hours: 6, dnsMinutes: [1, 12] })
        const slower = await play({ on: variant, hours: 6, dnsMinutes: [2, 24] })
        expect({
          invalid: slow.invalid + slower.invalid,
          isRenewed: slow.isRenewedIn(REGIONS) && slower.isRenewedIn(REGIONS),
        }).toEqual({ invalid: 0, isRenewed: true })
      },
    },
  },

  traps: {
    'other-regions-go-on': {
      symptom: { renewed: false },
      async run(variant) {
        const run = await play({ on: variant, hours: 2, isDown: (region) => region === 'fra' })

        expect({ renewed: run.isRenewedIn(['iad', 'sin']) }).toEqual({ renewed: true })
      },
    },

    'one-record-for-both': {
      symptom: { wildcard: false, neighbour: true },
      async run(variant) {
        const run = await play({ on: variant, hours: 2, host: '*.lumen.example' })

        expect({
          wildcard: run.isRenewedIn(REGIONS),
          neighbour: run.tokensAt('_acme-challenge.lumen.example').includes('of-the-bare-host'),
        }).toEqual({ wildcard: true, neighbour: true })
      },
    },
  },
})

interface Play {
  on: Variant
  hours: number
  host?: string
  lifeDays?: number
  /** How long each name server takes to learn of a change. */
  dnsMinutes?: number[]
  /** How long each balancer of a region takes to load a certificate. */
  loadMinutes?: (region: string) => number[]
  isDown?: (region: string, hours: number) => boolean
  /** Whether the customer's record points at our zone. */
  isDelegated?: (hours: number) => boolean
  /** The worker is lost and another one takes the run over. */
  moves?: { hours: number; to: Variant }[]
}

type Entry = { step: string; now: number; value?: unknown; error?: unknown }
type Left = { state: string } | { input: Renewal } | { moveTo: Variant }

/** Plays the runs of one host on the platform that code.ts describes, from when its renewal is due. */
async function play(given: Play) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2025, 2, 1) })
  const start = Date.now()
  const until = start + given.hours * HOUR_MS
  const world = createWorld(given, start)
  const moves = [...(given.moves ?? [])]

  let worker = given.on
  let input: Renewal = { host: world.host, dueAt: start }
  let startedAt = start
  let record: Entry[] = []
  try {
    for (;;) {
      const left = await turn()
      if ('state' in left) return { ...world.seen(), state: left.state }
      if ('moveTo' in left) worker = left.moveTo
      else {
        input = left.input
        startedAt = Date.now()
        record = []
      }
    }
  } finally {
    vi.useRealTimers()
  }

  /** One worker's turn at the run: from the top by the record, and on from there. */
  function turn(): Promise<Left> {
    const { promise, resolve } = Promise.withResolvers<Left>()
    const leave = (left: Left) => {
      resolve(left)
      return new Promise<never>(() => {})
    }
    let position = 0
    let now = startedAt

    const pass = async (to: number) => {
      const move = moves[0]
      const moveAt = move ? start + move.hours * HOUR_MS : Infinity
      world.passTo(Math.min(to, moveAt, until))
      if (move && moveAt <= Math.min(to, until)) {
        moves.shift()
        await leave({ moveTo: move.to })
      }
      if (to >= until) await leave({ state: 'running' })
    }
    const take = async (step: string, live: () => Promise<{ value?: unknown; error?: unknown }>) => {
      if (position === record.length) {
        const ended = await live()
        record.push({ step, now: Date.now(), ...ended })
      }
      const entry = record[position]
      position += 1
      if (!entry || entry.step !== step) return leave({ state: 'stopped' })
      now = entry.now
      if ('error' in entry) throw entry.error
      return structuredClone(entry.value)
    }

    const workflow: Workflow = {
      now: () => now,
      async run(step, action) {
        const value = await take(step, async () => {
          const giveUpAt = Date.now() + 30 * MINUTE_MS
          for (;;) {
            try {
              return { value: await action(world.services) }
            } catch (error) {
              if (Date.now() >= giveUpAt) return { error }
              await pass(Date.now() + 20 * SECOND_MS)
            }
          }
        })
        return value as Awaited<ReturnType<typeof action>>
      },
      async sleepUntil(at) {
        await take('sleep', async () => {
          if (at > Date.now()) await pass(at)
          return {}
        })
      },
      isRemoved: () => false,
      startAfresh: (next) => leave({ input: structuredClone(next) }),
      log: () => {},
    }
    worker.renewCertificate(workflow, structuredClone(input)).then(
      () => resolve({ state: 'ended' }),
      () => resolve({ state: 'failed' }),
    )
    return promise
  }
}

/** An authority, a zone and the balancers of three regions, which keep the promises in code.ts. */
function createWorld(given: Play, start: number) {
  const { host = 'www.lumen.example', lifeDays = 90, dnsMinutes = [0, 0] } = given
  const loadMinutes = given.loadMinutes ?? (() => [0, 0])
  const base = host.replace('*.', '')
  const old: Certificate = { id: 'old', issuedAt: start - 60 * DAY_MS, expiresAt: start + 30 * DAY_MS }
  const certificates = new Map<string, Certificate>([['old', old]])
  const orders = new Map<string, { state: 'open' | 'valid' | 'invalid'; certificate?: Certificate }>()
  const tokens: { record: string; token: string; at: number }[] = [
    { record: `_acme-challenge.${base}`, token: 'of-the-bare-host', at: 0 },
  ]
  const stored = new Map(REGIONS.map((region) => [region, [{ id: 'old', at: 0 }]]))
  const seen = { issued: 0, refused: 0, invalid: 0, darkMs: 0, expiredMs: 0 }

  const hours = () => (Date.now() - start) / HOUR_MS
  const at = (region: string) => stored.get(region) ?? []
  const reach = (region: string) => {
    if (given.isDown?.(region, hours())) throw new Error('no answer')
    return at(region)
  }
  const presentedAt = (region: string) =>
    loadMinutes(region).map((minutes) => {
      const loaded = at(region).filter((one) => one.at + minutes * MINUTE_MS <= Date.now())
      return loaded.at(-1)?.id ?? null
    })
  const answersOf = (record: string) =>
    dnsMinutes.map((minutes) =>
      tokens
        .filter((one) => one.record === record && one.at + minutes * MINUTE_MS <= Date.now())
        .map(({ token }) => token),
    )

  const services: Services = {
    authority: {
      async order() {
        const id = `order_${orders.size + 1}`
        orders.set(id, { state: 'open' })
        return { id, token: `of-${id}` }
      },
      async validate(orderId) {
        const order = orders.get(orderId)!
        if (order.state === 'open') {
          const isThere = answersOf(`_acme-challenge.${base}`).every((all) => all.includes(`of-${orderId}`))
          const isDelegated = given.isDelegated?.(hours()) ?? true
          order.state = isThere && isDelegated ? 'valid' : 'invalid'
          if (isDelegated && !isThere) seen.invalid += 1
        }
        return order.state
      },
      async issue(orderId) {
        const order = orders.get(orderId)!
        if (order.state !== 'valid') throw new Error('not validated')
        if (order.certificate) return order.certificate
        const week = [...certificates.values()].filter(({ issuedAt }) => issuedAt > Date.now() - 7 * DAY_MS)
        if (week.length >= 5) {
          seen.refused += 1
          throw new Error('too many certificates')
        }
        seen.issued += 1
        const issuedAt = Date.now()
        order.certificate = { id: `c_${seen.issued}`, issuedAt, expiresAt: issuedAt + lifeDays * DAY_MS }
        certificates.set(order.certificate.id, order.certificate)
        return order.certificate
      },
    },
    dns: {
      async add(record, token) {
        if (!tokens.some((one) => one.record === record && one.token === token)) {
          tokens.push({ record, token, at: Date.now() })
        }
      },
      async remove(record, token) {
        const found = tokens.findIndex((one) => one.record === record && one.token === token)
        if (found >= 0) tokens.splice(found, 1)
      },
      lookUp: async (record) => answersOf(record),
    },
    balancers: {
      async add(region, _host, id) {
        const there = reach(region)
        if (!there.some((one) => one.id === id)) there.push({ id, at: Date.now() })
      },
      async removeOthers(region, _host, id) {
        const kept = reach(region).filter((one) => one.id === id)
        stored.set(region, kept)
      },
      async presented(region) {
        reach(region)
        return presentedAt(region)
      },
    },
  }

  return {
    host,
    services,
    /** Lets time pass and looks, as visitors do, at what every balancer presents meanwhile. */
    passTo(to: number) {
      const stepMs = Math.max(20 * SECOND_MS, (to - Date.now()) / 200)
      while (Date.now() < to) {
        const passing = Math.min(stepMs, to - Date.now())
        for (const id of REGIONS.flatMap(presentedAt)) {
          if (id === null) seen.darkMs += passing
          else if (certificates.get(id)!.expiresAt <= Date.now()) seen.expiredMs += passing
        }
        vi.setSystemTime(Date.now() + passing)
      }
    },
    seen() {
      const presented = new Map(REGIONS.map((region) => [region, presentedAt(region)]))
      return {
        ...seen,
        darkMinutes: Math.round(seen.darkMs / MINUTE_MS),
        expiredDays: Math.round(seen.expiredMs / DAY_MS / 6),
        isRenewedIn: (regions: string[]) =>
          regions.flatMap((region) => presented.get(region) ?? []).every((id) => id !== null && id !== 'old'),
        stillStored: (id: string) =>
          REGIONS.filter((region) => at(region).some((one) => one.id === id)).length,
        tokensAt: (record: string) =>
          tokens.filter((one) => one.record === record).map(({ token }) => token),
      }
    },
  }
}
