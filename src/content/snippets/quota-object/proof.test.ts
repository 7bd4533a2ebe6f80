import { expect } from 'vitest'
import { everyOrder, prove } from '../proof-kit.ts'

interface Grant {
  granted: number
  reason?: string
  leaseId?: string
}

interface QuotaObject {
  acquire(location: string, wanted: number): Promise<Grant>
  settle(leaseId: string, used: number): Promise<void>
  alarm(): Promise<void>
}

interface Variant {
  QuotaObject: new (customerId: string, storage: object, services: object) => QuotaObject
}

interface Plan {
  perSecond: number
  burst: number
  perMonth: number
}

const SECOND = 1_000
const IDLE_MS = 10 * SECOND
const JUNE = Date.UTC(2025, 5, 10, 12)

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'fractions-thrown-away': {
      symptom: 0,
      async run(variant) {
        const world = createWorld(variant, { perSecond: 100, burst: 200, perMonth: 1_000_000 })
        const spend = async () => {
          const { granted, leaseId } = await world.acquire(10)
          if (leaseId) await world.settle(leaseId, granted)
          return granted
        }
        let drained = 0
        for (let i = 0; i < 20; i += 1) drained += await spend()
        expect(drained).toBe(200)

        let granted = 0
        const until = world.now() + 10 * SECOND
        while (world.now() < until) {
          await world.pass(6)
          granted += await spend()
        }
        expect(granted).toBeGreaterThanOrEqual(990)
        expect(granted).toBeLessThanOrEqual(1_002)

        await world.pass(3 * SECOND)
        await world.acquire(1)
        await world.pass(9 * SECOND)
        expect((await world.acquire(1_000)).granted).toBe(199)
      },
    },

    'granted-before-taken': {
      symptom: { aboveBurst: 60, aboveMonth: 60 },
      async run(variant) {
        const mostAbove = async (plan: Plan) => {
          const sums: number[] = []
          await everyOrder(async (turn) => {
            const world = createWorld(variant, plan)
            world.turn = turn
            const grants = await Promise.all([world.acquire(80, 'fra'), world.acquire(80, 'iad')])
            sums.push(grants[0].granted + grants[1].granted)
          })
          expect(Math.min(...sums)).toBeGreaterThanOrEqual(80)
          return Math.max(0, ...sums.map((sum) => sum - 100))
        }

        expect({
          aboveBurst: await mostAbove({ perSecond: 1, burst: 100, perMonth: 1_000_000 }),
          aboveMonth: await mostAbove({ perSecond: 1, burst: 1_000, perMonth: 100 }),
        }).toEqual({ aboveBurst: 0, aboveMonth: 0 })
      },
    },

    'saved-now-and-then': {
      symptom: { quiet: 300, deployed: 300 },
      async run(variant) {
        const plan = { perSecond: 100, burst: 1_000, perMonth: 300 }

        const quiet = createWorld(variant, plan)
        for (let i = 0; i < 4; i += 1) {
          const { leaseId } = await quiet.acquire(50)
          await quiet.settle(leaseId!, 50)
        }
        await quiet.pass(60 * SECOND)
        const afterQuiet = await quiet.acquire(1_000)

        const deployed = createWorld(variant, plan)
        await deployed.acquire(200)
        deployed.deploy()
        const afterDeploy = await deployed.acquire(1_000)

        expect({ quiet: afterQuiet.granted, deployed: afterDeploy.granted }).toEqual({
          quiet: 100,
          deployed: 100,
        })

        const returned = createWorld(variant, plan)
        const { leaseId } = await returned.acquire(200)
        await returned.settle(leaseId!, 0)
        returned.deploy()
        expect((await returned.acquire(1_000)).granted).toBe(300)
      },
    },

    'alarm-always-later': {
      symptom: 0,
      async run(variant) {
        const plan = { perSecond: 100, burst: 200, perMonth: 1_000_000 }
        const world = createWorld(variant, plan)
        const granted: number[] = []
        for (let second = 0; second < 300; second += 1) {
          granted.push((await world.acquire(4, 'lost')).granted)
          const { granted: kept, leaseId } = await world.acquire(20, 'fra')
          if (leaseId) await world.settle(leaseId, kept)
          await world.pass(SECOND)
        }
        expect(Math.min(...granted)).toBe(4)

        const allHeld = createWorld(variant, plan)
        for (let i = 0; i < 4; i += 1) await allHeld.acquire(50, 'lost')
        await allHeld.pass(SECOND)
        expect((await allHeld.acquire(50)).granted).toBe(0)
      },
    },
  },

  traps: {
    'expired-counts-as-used': {
      symptom: 200,
      async run(variant) {
        const world = createWorld(variant, { perSecond: 10, burst: 500, perMonth: 100 })
        let granted = (await world.acquire(100, 'lost')).granted
        for (let i = 0; i < 9; i += 1) {
          await world.pass(6 * SECOND)
          granted += (await world.acquire(100)).granted
        }
        expect(granted).toBe(100)
      },
    },

    'last-months-rest': {
      symptom: 1_100,
      async run(variant) {
        const plan = { perSecond: 1_000, burst: 5_000, perMonth: 1_000 }
        const world = createWorld(variant, plan, Date.UTC(2025, 6, 1) - 5 * SECOND)
        const { leaseId } = await world.acquire(100)
        await world.pass(9 * SECOND)
        let july = (await world.acquire(10)).granted
        await world.settle(leaseId!, 0)
        july += (await world.acquire(5_000)).granted

        expect(july).toBe(1_000)
      },
    },
  },
})

/** The runtime around one object, with its storage and its clock, keeping the promises in code.js. */
function createWorld(variant: Variant, plan: Plan, startsAt = JUNE) {
  const clock = { ms: startsAt }
  const disk = new Map<string, unknown>()
  let alarmAt: number | null = null
  let object: { calls: QuotaObject; life: number } | null = null
  let life = 0
  let lastCallAt = startsAt

  /** What a storage call has not done when its object goes away is never done. */
  const storageOf = (own: number) => {
    const isGone = () => own !== life
    return {
      async get(key: string) {
        await world.turn()
        return structuredClone(disk.get(key))
      },
      async put(key: string, value: unknown) {
        const copy = structuredClone(value)
        await world.turn()
        if (!isGone()) disk.set(key, copy)
      },
      async setAlarm(at: number) {
        await world.turn()
        if (!isGone()) alarmAt = at
      },
      async getAlarm() {
        await world.turn()
        return alarmAt
      },
    }
  }
  const services = {
    plans: {
      async of() {
        await world.turn()
        return plan
      },
    },
    now: () => clock.ms,
    log: () => {},
  }
  const call = () => {
    lastCallAt = clock.ms
    object ??= { life, calls: new variant.QuotaObject('c_1', storageOf(life), services) }
    return object.calls
  }
  const drop = () => {
    object = null
    life += 1
  }

  const world = {
    turn: () => new Promise<void>((resume) => setImmediate(resume)),
    now: () => clock.ms,
    acquire: (wanted: number, location = 'fra') => call().acquire(location, wanted),
    settle: (leaseId: string, used: number) => call().settle(leaseId, used),
    deploy: drop,
    async pass(ms: number) {
      const until = clock.ms + ms
      for (;;) {
        const idleAt = object ? lastCallAt + IDLE_MS : Infinity
        const next = Math.min(idleAt, alarmAt ?? Infinity)
        if (next > until) break
        clock.ms = Math.max(clock.ms, next)
        if (next === alarmAt) {
          alarmAt = null
          await call().alarm()
        } else drop()
      }
      clock.ms = until
    },
  }
  return world
}
