import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Experiment, PersonCount, Services, Verdict } from './code.ts'

type Variant = typeof import('./code.ts')

const HOUR_MS = 3_600_000
const START = Date.UTC(2026, 4, 12, 6)

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'stale-reads-healthy': {
      symptom: { stale: false, fresh: false },
      async run(variant) {
        const stale = createWorld(variant)
        stale.add('exp_1', { payment_failed: evenly(), error_page: evenly() })
        await stale.runHours(1)
        stale.freeze('payment_failed')
        await stale.runHours(12)

        const fresh = createWorld(variant)
        fresh.add('exp_1', { payment_failed: evenly(), error_page: group('control', 300, []).concat(group('new', 300, [])) })
        await fresh.runHours(12)

        expect({ stale: stale.wasPaged('exp_1'), fresh: fresh.wasPaged('exp_1') }).toEqual({
          stale: true,
          fresh: false,
        })

        const both = createWorld(variant)
        both.add('exp_1', { payment_failed: evenly(), error_page: harmfully() })
        both.freeze('payment_failed')
        await both.runHours(12)
        expect(both.isShown('exp_1')).toBe(false)
      },
    },

    'whole-flag-off': {
      symptom: { exp_1: false, exp_2: false, 'ranking-v3': false },
      async run(variant) {
        const world = createWorld(variant)
        world.add('exp_1', { error_page: harmfully() })
        world.add('exp_2', { error_page: evenly() })
        world.rules.add('ranking-v3')

        await world.runHours(1)

        expect({
          exp_1: world.isShown('exp_1'),
          exp_2: world.isShown('exp_2'),
          'ranking-v3': world.isShown('ranking-v3'),
        }).toEqual({ exp_1: false, exp_2: true, 'ranking-v3': true })
      },
    },

    'variance-of-events': {
      symptom: { heavy: 1, looping: 1, harmed: 1, repeated: 1 },
      async run(variant) {
        const treatments = {
          heavy: [...times(49, 1), 400],
          looping: [...times(40, 1), ...times(10, 12)],
          harmed: times(150, 1),
          repeated: times(50, 10),
        }
        const ended: Record<string, number> = {}
        for (const [name, counts] of Object.entries(treatments)) {
          const world = createWorld(variant)
          world.add('exp_1', {
            error_page: [...group('control', 1_000, times(50, 1)), ...group('new', 1_000, counts)],
          })
          await world.runHours(1)
          ended[name] = world.told.length
        }

        expect(ended).toEqual({ heavy: 0, looping: 0, harmed: 1, repeated: 1 })
      },
    },

    'switchers-in-both': {
      symptom: true,
      async run(variant) {
        const world = createWorld(variant)
        const hit = group('new', 1_000, times(180, 1))
        const gone = hit.slice(0, 140).map((row) => ({ ...row, variant: 'control' }))
        world.add('exp_1', { error_page: [...group('control', 1_000, times(20, 1)), ...hit, ...gone] })

        await world.runHours(1)
        expect(world.isShown('exp_1')).toBe(false)

        const even = createWorld(variant)
        even.add('exp_1', { error_page: evenly() })
        await even.runHours(1)
        expect(even.isShown('exp_1')).toBe(true)
      },
    },
  },

  traps: {
    'flag-before-end': {
      symptom: { shown: true, told: 1 },
      async run(variant, other) {
        const world = createWorld(variant)
        world.add('exp_1', { error_page: harmfully() })

        world.flags.isDown = true
        await world.runHours(1)
        world.flags.isDown = false
        await Promise.all([world.runHours(1), world.runHours(1, other)])

        expect({ shown: world.isShown('exp_1'), told: world.told.length }).toEqual({ shown: false, told: 1 })
      },
    },

    'bar-of-four': {
      symptom: 2,
      async run(variant) {
        let ended = 0
        for (let seed = 1; seed <= 10; seed += 1) {
          const chance = createChance(seed)
          const metrics: Record<string, PersonCount[]> = { error_page: [], payment_failed: [], slow_page: [], sign_out: [] }
          const world = createWorld(variant)
          world.add('exp_1', metrics)
          for (let look = 0; look < 50; look += 1) {
            for (const rows of Object.values(metrics)) {
              for (let i = 0; i < 80; i += 1) {
                const name = i % 2 ? 'control' : 'new'
                rows.push({ personId: `p_${rows.length}`, variant: name, count: chance() < 0.1 ? 1 : 0 })
              }
            }
            await world.runHours(1)
          }
          ended += world.told.length
        }

        expect(ended).toBe(0)
      },
    },
  },
})

const times = (people: number, count: number) => Array.from({ length: people }, () => count)

/** People of one variant; those beyond the given counts have none. */
function group(variant: string, people: number, counts: number[]): PersonCount[] {
  return Array.from({ length: people }, (_, i) => ({
    personId: `${variant}_${i}`,
    variant,
    count: counts[i] ?? 0,
  }))
}

const evenly = () => [...group('control', 1_000, times(50, 1)), ...group('new', 1_000, times(52, 1))]
const harmfully = () => [...group('control', 1_000, times(50, 1)), ...group('new', 1_000, times(200, 1))]

/** The same numbers each time, spread over 0 to 1. */
function createChance(seed: number) {
  let state = Math.imul(seed, 0x9e37_79b1)
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0x2c1b_3c6d)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}

/** One flag, its rules, the experiments on it and the warehouse, each keeping the promises in code.ts. */
function createWorld(variant: Variant) {
  let hour = 0
  const now = () => new Date(START + hour * HOUR_MS)
  const running = new Map<string, Experiment>()
  const data = new Map<string, PersonCount[]>()
  const frozen = new Map<string, Date>()
  const conclusive = new Map<string, number>()
  const paged = new Set<string>()
  const told: string[] = []
  const rules = new Set<string>()
  const pinned = new Set<string>()
  let isOn = true

  const flags = {
    isDown: false,
    async turnOff() {
      await reachable()
      isOn = false
    },
    async removeRule(_flagKey: string, ruleId: string) {
      await reachable()
      rules.delete(ruleId)
    },
    async serveControl(_flagKey: string, ruleId: string) {
      await reachable()
      pinned.add(ruleId)
    },
  }
  async function reachable() {
    if (flags.isDown) throw new Error('flags: connection refused')
  }

  const services: Services = {
    experiments: {
      running: async () => [...running.values()],
      async end(experimentId, reason) {
        if (!running.delete(experimentId)) return false
        told.push(reason)
        return true
      },
    },
    warehouse: {
      countPerPerson: async (experimentId, metric) => ({
        rows: [...(data.get(`${experimentId}/${metric}`) ?? [])],
        loadedUntil: frozen.get(metric) ?? new Date(now().getTime() - HOUR_MS / 6),
      }),
    },
    flags,
    checks: {
      async record(experimentId: string, check: { verdict: Verdict; at: Date }) {
        if (check.verdict !== 'unknown') conclusive.set(experimentId, hour)
      },
    },
    now,
    log: () => {},
  }

  return {
    add(id: string, metrics: Record<string, PersonCount[]>) {
      const guardrails = Object.keys(metrics).map((metric) => ({ metric, margin: 0 }))
      running.set(id, { id, flagKey: 'search', control: 'control', treatments: ['new'], guardrails })
      conclusive.set(id, hour)
      rules.add(id)
      for (const [metric, rows] of Object.entries(metrics)) data.set(`${id}/${metric}`, rows)
    },
    /** From now on nothing more of this metric is loaded. */
    freeze(metric: string) {
      frozen.set(metric, now())
    },
    async runHours(hours: number, process = variant) {
      for (let i = 0; i < hours; i += 1) {
        hour += 1
        await process.checkExperiments(services)
        for (const id of running.keys()) if (hour - conclusive.get(id)! >= 6) paged.add(id)
      }
    },
    wasPaged: (id: string) => paged.has(id),
    isShown: (ruleId: string) => isOn && rules.has(ruleId) && !pinned.has(ruleId),
    flags,
    rules,
    told,
  }
}
