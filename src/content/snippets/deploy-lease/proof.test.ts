import { expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { LeaseRecord, Outcome, Services } from './code.ts'

type Variant = typeof import('./code.ts')

const SECOND = 1_000
const MINUTE = 60 * SECOND

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'move-without-fence': {
      symptom: { live: 41, running: [42] },
      run: (variant, other) =>
        onFakeTime(async () => {
          for (const held of ['health', 'move'] as const) {
            const world = createWorld()
            const old = world.runner(variant, 'runner-1')
            const next = world.runner(other, 'runner-2')

            old.holdNext = held
            const stale = old.deploy(41)
            await pass(5 * SECOND)
            old.isCutOff = true
            const fresh = next.deploy(42)
            await pass(15 * MINUTE)
            expect(fresh.outcome).toBe('live')

            old.isCutOff = false
            old.letGo()
            await pass(MINUTE)
            expect(stale.outcome).not.toBe('waiting')
            expect(world.traffic()).toEqual({ live: 42, running: [42] })
          }
        }),
    },

    'checked-before-the-wait': {
      symptom: 41,
      run: (variant, other) =>
        onFakeTime(async () => {
          for (const startMs of [30 * SECOND, 0]) {
            const world = createWorld()
            const [first, older, newer] = ['a', 'b', 'c'].map((name, i) =>
              world.runner(i === 1 ? other : variant, name),
            )
            world.startMs = 62 * SECOND
            const before = first!.deploy(40)
            await pass(SECOND)
            const waiting = older!.deploy(41)
            await pass(64.5 * SECOND)
            expect(before.outcome).toBe('live')
            world.startMs = startMs
            const overtaking = newer!.deploy(42)
            await pass(3 * MINUTE)

            expect(overtaking.outcome).toBe('live')
            expect(waiting.outcome).not.toBe('waiting')
            expect(world.traffic().live).toBe(42)
          }
          const world = createWorld()
          const only = world.runner(variant, 'a')
          for (const build of [40, 41, 41]) {
            const run = only.deploy(build)
            await pass(MINUTE)
            expect(run.outcome).toBe('live')
          }
        }),
    },

    'renewed-for-nobody': {
      symptom: 'waiting',
      run: (variant, other) =>
        onFakeTime(async () => {
          for (const broken of ['history', 'start', 'health', 'move'] as const) {
            const world = createWorld()
            const unlucky = world.runner(variant, 'runner-1')
            unlucky.broken = broken
            const lost = unlucky.deploy(41)
            await pass(MINUTE)
            expect(['failed', 'rejected']).toContain(lost.outcome)

            const next = world.runner(other, 'runner-2').deploy(42)
            await pass(5 * MINUTE)
            expect(next.outcome).toBe('live')
          }
        }),
    },

    'expiry-by-own-clock': {
      symptom: { ahead: 'while it was held', behind: 'late', same: 'in time' },
      run: (variant, other) =>
        onFakeTime(async () => {
          const takenOver = async (skewMs: number) => {
            const world = createWorld()
            world.startMs = Infinity
            const holder = world.runner(variant, 'runner-1')
            holder.deploy(41)
            await pass(SECOND)
            world.runner(other, 'runner-2', skewMs).deploy(42)
            await pass(2 * MINUTE)
            if (world.holder() !== 'runner-1') return 'while it was held'
            holder.isCutOff = true
            await pass(45 * SECOND)
            return world.holder() === 'runner-2' ? 'in time' : 'late'
          }

          expect({
            ahead: await takenOver(90 * SECOND),
            behind: await takenOver(-90 * SECOND),
            same: await takenOver(0),
          }).toEqual({ ahead: 'in time', behind: 'in time', same: 'in time' })
        }),
    },
  },

  traps: {
    'failed-build-left-running': {
      symptom: { live: 41, running: [40] },
      run: (variant) =>
        onFakeTime(async () => {
          const world = createWorld()
          const runner = world.runner(variant, 'runner-1')
          runner.deploy(40)
          await pass(MINUTE)
          runner.losesAnswerOf = 'move'
          const lost = runner.deploy(41)
          await pass(MINUTE)
          expect(lost.outcome).toBe('failed')
          expect(world.traffic()).toEqual({ live: 41, running: [40, 41] })

          runner.losesAnswerOf = null
          const next = runner.deploy(42)
          await pass(MINUTE)
          expect(next.outcome).toBe('live')
          expect(world.traffic()).toEqual({ live: 42, running: [42] })
        }),
    },

    'renewal-that-fails': {
      symptom: 'failed',
      run: (variant) =>
        onFakeTime(async () => {
          const world = createWorld()
          world.startMs = 2 * MINUTE
          const runner = world.runner(variant, 'runner-1')
          const slow = runner.deploy(41)
          await pass(15 * SECOND)
          runner.isCutOff = true
          await pass(10 * SECOND)
          runner.isCutOff = false
          await pass(3 * MINUTE)

          expect(slow.outcome).toBe('live')
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

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

type Step = 'history' | 'start' | 'health' | 'move'

/** Store, cluster and router that keep the promises in code.ts, and runners that share nothing else. */
function createWorld() {
  const kept = new Map<string, { record: LeaseRecord; version: number; writtenAt: number }>()
  const started = new Map<number, number>()
  const seen = { cluster: 0, router: 0 }
  let live: number | null = null

  const checkFence = (by: keyof typeof seen, fence: number | undefined) => {
    if (fence === undefined) return
    if (fence < seen[by]) throw new Error(`${by}: fence ${fence} is behind ${seen[by]}`)
    seen[by] = fence
  }

  const world = {
    /** How long a build takes to be healthy. */
    startMs: 5 * SECOND,
    traffic: () => ({ live, running: [...started.keys()] }),
    holder: () => kept.get('lease/web')?.record.holder?.runner ?? null,

    runner(variant: Variant, name: string, skewMs = 0) {
      const runner = {
        isCutOff: false,
        broken: null as Step | null,
        losesAnswerOf: null as Step | null,
        holdNext: null as Step | null,
        letGo: () => {},
        deploy(build: number) {
          const run = { outcome: 'waiting' as Outcome | 'waiting' | 'rejected' }
          variant.deploy(services, { service: 'web', build, runner: name }).then(
            (outcome) => (run.outcome = outcome),
            () => (run.outcome = 'rejected'),
          )
          return run
        },
      }
      const reach = async () => {
        if (runner.isCutOff) throw new Error('store: no answer in 3000ms')
      }
      const during = async <Answer>(step: Step, act: () => Answer): Promise<Answer> => {
        if (runner.broken === step) throw new Error(`${step}: connection reset`)
        const atOnce = step === 'health' ? { answer: act() } : null
        if (runner.holdNext === step && world.isReady(atOnce?.answer)) {
          runner.holdNext = null
          await new Promise<void>((go) => (runner.letGo = go))
        }
        const answer = atOnce ? atOnce.answer : act()
        if (runner.losesAnswerOf === step) throw new Error(`${step}: no answer in time`)
        return answer
      }
      const services: Services & { cluster: { stop(service: string, build: number, fence: number): Promise<void> } } = {
        store: {
          async get(key) {
            await reach()
            const found = kept.get(key)
            if (!found) return null
            const { record, version, writtenAt } = found
            return { record: structuredClone(record), version, ageMs: Date.now() - writtenAt }
          },
          async putIf(key, record, version) {
            await reach()
            if ((kept.get(key)?.version ?? null) !== version) return false
            kept.set(key, {
              record: structuredClone(record),
              version: (version ?? 0) + 1,
              writtenAt: Date.now(),
            })
            return true
          },
        },
        cluster: {
          start: (_service, build, fence) =>
            during('start', () => {
              checkFence('cluster', fence)
              if (!started.has(build)) started.set(build, Date.now())
            }),
          health: (_service, build) =>
            during('health', () => {
              const since = started.get(build)
              if (since === undefined) return 'stopped'
              return Date.now() - since >= world.startMs ? 'healthy' : 'starting'
            }),
          async retire(_service, keep, fence) {
            checkFence('cluster', fence)
            for (const build of started.keys()) if (build !== keep) started.delete(build)
          },
          async stop(_service, build, fence) {
            checkFence('cluster', fence)
            started.delete(build)
          },
        },
        router: {
          live: async () => live,
          move: (_service, build, fence) =>
            during('move', () => {
              checkFence('router', fence)
              live = build
            }),
        },
        history: { add: () => during('history', () => {}) },
        now: () => Date.now() + skewMs,
        pause: (ms) => new Promise((done) => setTimeout(done, ms)),
        log: () => {},
      }
      return runner
    },

    /** A held health answer is the one that says healthy; every other call is held as it comes. */
    isReady: (answer: unknown) => answer === undefined || answer === 'healthy',
  }
  return world
}
