import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Account, Condition, Flag, Services } from './code.ts'

type Variant = typeof import('./code.ts')

const ACCOUNTS = Array.from({ length: 2_000 }, (_, i) => account(`acc_${i}`))
const HALVES = [
  { variant: 'control', weightBps: 5_000 },
  { variant: 'new', weightBps: 5_000 },
]

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'version-before-load': {
      symptom: { killed: 'on', targeted: 'off', other: 'on', secondKill: 'on' },
      async run(variant) {
        const world = createWorld()
        world.publish([onFor('checkout'), onFor('search'), onFor('export', [inSegment('early')])])
        const process = await world.start(variant)
        world.publish(
          [{ ...onFor('checkout'), enabled: false }, onFor('search'), onFor('export', [inSegment('beta')])],
          {
            beta: ['acc_1'],
          },
        )
        world.source.failsAt = 'segments'
        await process.tick()
        await process.tick()
        world.source.failsAt = null
        await process.tick()
        await process.tick()
        const [killed, targeted, other] = ['checkout', 'export', 'search'].map((key) => process.ask(key))

        world.publish([
          { ...onFor('checkout'), enabled: false },
          { ...onFor('search'), enabled: false },
        ])
        for (const call of ['flags', 'segments'] as const) {
          world.source.failsAt = call
          await process.tick()
        }
        world.source.failsAt = null
        await process.tick()

        expect({ killed, targeted, other, secondKill: process.ask('search') }).toEqual({
          killed: 'off',
          targeted: 'on',
          other: 'on',
          secondKill: 'off',
        })
      },
    },

    'pin-beats-kill': {
      symptom: { pinned: ['on', 'off'], killed: ['on', 'off'], back: ['on', 'off'] },
      async run(variant) {
        const world = createWorld()
        const flag = {
          ...onFor('checkout'),
          pins: new Map([
            ['acc_1', 'on'],
            ['acc_2', 'off'],
          ]),
        }
        const pinned = [account('acc_1'), account('acc_2')]
        const nobody = { conditions: [inSegment('nobody')], rolloutBps: 10_000, split: flag.rules[0]!.split }
        world.publish([{ ...flag, rules: [nobody, ...flag.rules] }])
        const process = await world.start(variant)
        const seen = () => pinned.map((one) => process.ask('checkout', one))

        const before = seen()
        world.publish([{ ...flag, enabled: false }])
        await process.tick()
        const killed = seen()
        world.publish([{ ...flag, rules: [nobody] }])
        await process.tick()

        expect({ pinned: before, killed, back: seen() }).toEqual({
          pinned: ['on', 'off'],
          killed: ['off', 'off'],
          back: ['on', 'off'],
        })
      },
    },

    'unknown-passes-not-in': {
      symptom: { abroad: 'on', listed: 'off', unknown: 'on', unknownInBeta: 'on', halfKnown: 'on' },
      async run(variant) {
        const world = createWorld()
        const abroad: Condition = { op: 'not-in', attribute: 'country', values: ['DE', 'FR'] }
        const paying: Condition = { op: 'not-in', attribute: 'plan', values: ['free'] }
        const beta = { conditions: [inSegment('beta')], rolloutBps: 10_000, split: whole('beta') }
        const payouts = onFor('payouts', [abroad])
        world.publish([{ ...payouts, rules: [...payouts.rules, beta] }, onFor('reports', [abroad, paying])], {
          beta: ['acc_4'],
        })
        const process = await world.start(variant)

        expect({
          abroad: process.ask('payouts', account('acc_1', { country: 'US' })),
          listed: process.ask('payouts', account('acc_2', { country: 'DE' })),
          unknown: process.ask('payouts', account('acc_3', { plan: 'team' })),
          unknownInBeta: process.ask('payouts', account('acc_4')),
          halfKnown: process.ask('reports', account('acc_5', { country: 'US' })),
        }).toEqual({ abroad: 'on', listed: 'off', unknown: 'off', unknownInBeta: 'beta', halfKnown: 'off' })
      },
    },

    'split-follows-rollout': {
      symptom: { moved: [616, 0, 1135, 0], uneven: 0, bothNew: true },
      async run(variant, other) {
        const world = createWorld()
        const keys = ['price', 'layout', 'trio']
        const at = (rolloutBps: number) => keys.map((key) => experiment(key, rolloutBps))
        world.publish(at(2_000))
        const early = await world.start(variant)
        const steps = [dealt(early, keys)]
        for (const rolloutBps of [4_000, 10_000]) {
          world.publish(at(rolloutBps))
          await early.tick()
          const late = await world.start(other)
          steps.push(dealt(early, keys), dealt(late, keys))
        }

        const moved = steps.slice(1).map((step, i) => {
          const hasMoved = (variants: string[], n: number) =>
            variants.some((one, key) => one !== 'out' && one !== step[n]?.[key])
          return steps[i]!.filter(hasMoved).length
        })
        const uneven = steps.filter((step) => {
          const shares = [shareOf(step, 0, 'new'), shareOf(step, 1, 'new'), shareOf(step, 2, 'c')]
          return !shares.every((share) => isNear(share, 0.5)) || !isNear(shareOf(step, 2, 'a'), 0.2)
        }).length
        const last = steps.at(-1)!
        const both = last.filter(([price, layout]) => price === 'new' && layout === 'new').length
        const bothNew = isNear(both / last.length, 0.25)

        expect({ moved, uneven, bothNew }).toEqual({ moved: [0, 0, 0, 0], uneven: 0, bothNew: true })
      },
    },
  },

  traps: {
    'sha-one-for-buckets': {
      symptom: ['acc_2', 'acc_4', 'acc_5', 'acc_7', 'acc_13'],
      async run(variant) {
        const world = createWorld()
        world.publish([experiment('price', 3_000)])
        const process = await world.start(variant)
        const inRollout = ACCOUNTS.slice(0, 20).filter((one) => process.ask('price', one) !== 'out')

        const sinceLastMonth = ['acc_1', 'acc_5', 'acc_7', 'acc_10', 'acc_13', 'acc_15', 'acc_17', 'acc_19']
        expect(inRollout.map((one) => one.id)).toEqual(sinceLastMonth)
      },
    },

    'no-exposure-outside': {
      symptom: false,
      async run(variant) {
        const world = createWorld()
        world.publish([{ ...experiment('price', 2_000), off: 'control' }])
        const process = await world.start(variant)
        for (const one of ACCOUNTS) process.ask('price', one)
        const control = world.exposures.filter((one) => one.variant === 'control').length

        expect(control > 0 && world.exposures.length < 500).toBe(true)
      },
    },
  },
})

function account(id: string, attributes: Record<string, string> = {}): Account {
  return { id, attributes }
}

function inSegment(segment: string): Condition {
  return { op: 'segment', segment }
}

function whole(variant: string) {
  return [{ variant, weightBps: 10_000 }]
}

/** Gives 'on' to whoever meets the conditions, and 'off' to the others. */
function onFor(key: string, conditions: Condition[] = []): Flag {
  const rules = [{ conditions, rolloutBps: 10_000, split: whole('on') }]
  return { key, enabled: true, off: 'off', pins: new Map(), rules }
}

function experiment(key: string, rolloutBps: number): Flag {
  const trio = [
    { variant: 'a', weightBps: 2_000 },
    { variant: 'b', weightBps: 3_000 },
    { variant: 'c', weightBps: 5_000 },
  ]
  const rules = [{ conditions: [], rolloutBps, split: key === 'trio' ? trio : HALVES }]
  return { key, enabled: true, off: 'out', pins: new Map(), rules }
}

interface Process {
  ask(key: string, one?: Account): string
  /** Ends the pause of the loop and waits until it pauses again. */
  tick(): Promise<void>
}

/** What each account gets of each flag. */
function dealt(process: Process, keys: string[]): string[][] {
  return ACCOUNTS.map((one) => keys.map((key) => process.ask(key, one)))
}

function shareOf(step: string[][], flag: number, variant: string): number {
  const inRollout = step.filter((variants) => variants[flag] !== 'out')
  return inRollout.filter((variants) => variants[flag] === variant).length / inRollout.length
}

function isNear(share: number, wanted: number): boolean {
  return Math.abs(share - wanted) < 0.09
}

/** The source of the flags and the processes that ask it, each keeping the promises in code.ts. */
function createWorld() {
  const exposures: { flag: string; variant: string; accountId: string }[] = []
  let published = { version: 'v0', flags: [] as Flag[], segments: new Map<string, Set<string>>() }
  const source = {
    failsAt: null as 'flags' | 'segments' | null,
    async flags(since: string | null) {
      if (source.failsAt === 'flags') throw new Error('flags: 503')
      return since === published.version ? null : { version: published.version, flags: published.flags }
    },
    async segments() {
      if (source.failsAt === 'segments') throw new Error('segments: 503')
      return published.segments
    },
  }

  return {
    exposures,
    source,
    publish(flags: Flag[], segments: Record<string, string[]> = {}) {
      const version = `v${Number(published.version.slice(1)) + 1}`
      const members = Object.entries(segments).map(([id, ids]) => [id, new Set(ids)] as const)
      published = { version, flags, segments: new Map(members) }
    },
    async start(variant: Variant): Promise<Process> {
      let resume = () => {}
      const services: Services = {
        source,
        exposures: { add: (exposure) => exposures.push(exposure) },
        pause: () => new Promise((done) => (resume = done)),
        log: () => {},
      }
      const { variantFor } = await variant.startFlags(services, new AbortController().signal)
      return {
        ask(key, one = account('acc_1')) {
          try {
            return variantFor(key, one, 'fallback')
          } catch {
            return 'threw'
          }
        },
        async tick() {
          resume()
          await new Promise((done) => setImmediate(done))
        },
      }
    },
  }
}
