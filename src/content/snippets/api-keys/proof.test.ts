import { expect } from 'vitest'
import { everyOrder, prove } from '../proof-kit.ts'
import type { ApiKey, Caller, Scope, Services } from './code.ts'

type Variant = typeof import('./code.ts')

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const EVERY_SCOPE: Scope[] = ['events:read', 'events:write', 'exports:read', 'keys:manage']

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'stamp-restores-row': {
      symptom: { alive: true, cutOff: true, stamped: true },
      async run(variant, other) {
        let [alive, cutOff] = [false, false]
        for (const isWarm of [true, false]) {
          await everyOrder(async (turn) => {
            const world = createWorld(variant, other)
            const token = await world.create(['events:write'])
            if (isWarm) await world.use(token, { on: 1 })
            world.clock.ms += 2 * MINUTE_MS
            await world.overlapping(turn, () => world.revoke(token), () => world.use(token, { on: 1 }))

            world.clock.ms += 6 * MINUTE_MS
            for (const on of [0, 1]) alive ||= (await world.use(token, { on })) === 200
          })
        }
        await everyOrder(async (turn) => {
          const world = createWorld(variant, other)
          const token = await world.create(['events:write'])
          await world.use(token, { on: 1 })
          world.clock.ms += 2 * MINUTE_MS
          const [answer] = await world.overlapping(
            turn,
            () => world.rotate(token),
            () => world.use(token, { on: 1 }),
          )

          world.clock.ms += 6 * MINUTE_MS
          for (const on of [0, 1]) cutOff ||= (await world.use(answer.token, { on })) !== 200
        })

        const world = createWorld(variant)
        const token = await world.create(['events:write'])
        await world.use(token)
        world.clock.ms += 2 * MINUTE_MS
        await world.use(token)
        const stamped = world.row(token).lastUsedAt === world.clock.ms

        expect({ alive, cutOff, stamped }).toEqual({ alive: false, cutOff: false, stamped: true })
      },
    },

    'rotation-lends-scopes': {
      symptom: { stolen: ['exports:read', 'events:read'], allowed: [200, 200, 200, 200] },
      async run(variant) {
        const world = createWorld(variant)
        const pipeline = await world.create(['events:write', 'keys:manage'])
        const victims = {
          'exports:read': await world.create(['exports:read']),
          'events:read': await world.create(['events:write', 'events:read']),
        }
        const stolen: string[] = []
        for (const [scope, victim] of Object.entries(victims)) {
          const { token } = await world.rotate(victim, pipeline)
          if ((await world.use(token, { needed: scope as Scope })) === 200) stolen.push(scope)
        }

        const service = await world.create(['events:write'])
        const moved = await world.rotate(service, pipeline)
        const allowed = [
          moved.status,
          await world.use(moved.token),
          (await world.rotate(pipeline, pipeline)).status,
          (await world.rotate(await world.create(EVERY_SCOPE))).status,
        ]

        expect({ stolen, allowed }).toEqual({ stolen: [], allowed: [200, 200, 200, 200] })
      },
    },

    'second-rotation-cuts-off': {
      symptom: { repeated: [401, 401, 401], halfway: [401, 200], late: [200, 200, 200], handedOut: [200] },
      async run(variant) {
        const handedOut: number[] = []
        const rotate = async (world: World, token: string) => {
          const answer = await world.rotate(token)
          if (answer.status === 200) handedOut.push(await world.use(answer.token))
          return answer
        }

        const unheard = createWorld(variant)
        const inUse = await unheard.create(['events:write'])
        await unheard.use(inUse)
        await unheard.rotate(inUse)
        unheard.clock.ms += MINUTE_MS / 6
        await rotate(unheard, inUse)
        const repeated = [await unheard.use(inUse)]
        unheard.clock.ms += DAY_MS - MINUTE_MS
        repeated.push(await unheard.use(inUse))
        unheard.clock.ms += MINUTE_MS
        repeated.push(await unheard.use(inUse))

        const half = createWorld(variant)
        const first = await half.create(['events:write'])
        const second = await half.rotate(first)
        half.clock.ms += HOUR_MS
        await rotate(half, first)
        half.clock.ms += HOUR_MS
        const halfway = [await half.use(first), await half.use(second.token)]

        const calm = createWorld(variant)
        const old = await calm.create(['events:write'])
        const next = await calm.rotate(old)
        calm.clock.ms += 2 * DAY_MS
        const last = await calm.rotate(old)
        const late = [last.status, await calm.use(next.token), await calm.use(last.token)]

        expect({ repeated, halfway, late, handedOut: [...new Set([200, ...handedOut])] }).toEqual({
          repeated: [200, 200, 401],
          halfway: [200, 200],
          late: [200, 200, 200],
          handedOut: [200],
        })
      },
    },

    'stale-load-kept': {
      symptom: { alive: true, cutOff: true, loads: 1 },
      async run(variant, other) {
        let [alive, cutOff] = [false, false]
        await everyOrder(async (turn) => {
          const world = createWorld(variant, other)
          const token = await world.create(['events:write'])
          await world.use(token)
          await world.overlapping(turn, () => world.revoke(token), () => world.use(token, { on: 1 }))

          world.clock.ms += MINUTE_MS / 2
          for (const on of [0, 1]) alive ||= (await world.use(token, { on })) === 200
        })
        await everyOrder(async (turn) => {
          const world = createWorld(variant, other)
          const token = await world.create(['events:write'])
          await world.use(token)
          const [answer] = await world.overlapping(
            turn,
            () => world.rotate(token),
            () => world.use(token, { on: 1 }),
          )

          world.clock.ms += MINUTE_MS / 2
          for (const on of [0, 1]) cutOff ||= (await world.use(answer.token, { on })) !== 200
        })

        const world = createWorld(variant)
        const token = await world.create(['events:write'])
        world.store.loads = 0
        for (let i = 0; i < 20; i += 1) await world.use(token)

        expect({ alive, cutOff, loads: world.store.loads }).toEqual({ alive: false, cutOff: false, loads: 1 })
      },
    },
  },

  traps: {
    'stamp-not-awaited': {
      symptom: { failing: 500, hanging: 'no answer' },
      async run(variant) {
        const world = createWorld(variant)
        const token = await world.create(['events:write'])
        world.store.writes = 'fail'
        const failing = await world.use(token)
        world.clock.ms += 2 * MINUTE_MS
        world.store.writes = 'hang'
        const hanging = await Promise.race([world.use(token, { settle: false }), soon('no answer')])

        expect({ failing, hanging }).toEqual({ failing: 200, hanging: 200 })
      },
    },

    'anyone-may-revoke': {
      symptom: { answer: 403, after: 200 },
      async run(variant) {
        const world = createWorld(variant)
        const scanner = await world.create(['keys:manage'])
        const leaked = await world.create(EVERY_SCOPE)

        const answer = (await world.revoke(leaked, scanner)).status
        expect({ answer, after: await world.use(leaked) }).toEqual({ answer: 204, after: 401 })
      },
    },
  },
})

interface Answer {
  status: number
  token?: string
  caller?: Caller
}

type World = ReturnType<typeof createWorld>

const soon = <Value>(value: Value) => new Promise<Value>((done) => setTimeout(done, 20, value))

/** The table of keys, and processes that share it but no memory. The channel between them is quick. */
function createWorld(...variants: Variant[]) {
  const clock = { ms: Date.UTC(2026, 2, 2, 9) }
  const rows = new Map<string, ApiKey>()
  const writes: Promise<void>[] = []
  const store = { loads: 0, writes: 'work' as 'work' | 'fail' | 'hang' }

  const write = (prefix: string, fields: Partial<ApiKey>) => {
    const given = structuredClone(fields)
    const done = (async () => {
      await world.turn()
      if (store.writes === 'fail') throw new Error('keys: read-only')
      if (store.writes === 'hang') await new Promise(() => {})
      const row = rows.get(prefix)
      if (row) rows.set(prefix, { ...row, ...given })
    })()
    writes.push(done)
    return done
  }
  const keys: Services['keys'] = {
    async find(prefix) {
      store.loads += 1
      await world.turn()
      const row = structuredClone(rows.get(prefix) ?? null)
      await world.turn()
      return row
    },
    async insert(key) {
      if (rows.has(key.prefix)) throw new Error('keys: taken')
      rows.set(key.prefix, structuredClone(key))
    },
    update: write,
    async updateIf(prefix, hash, fields) {
      await world.turn()
      const row = rows.get(prefix)
      if (row?.hash !== hash) return false
      rows.set(prefix, { ...row, ...structuredClone(fields) })
      return true
    },
  }
  const drops = {
    async publish(prefix: string) {
      for (const { code, services } of processes) {
        await world.turn()
        code.forget(services, prefix)
      }
    },
  }
  const processes = variants.map((code) => {
    const services: Services = { keys, drops, cache: new Map(), now: () => clock.ms, log: () => {} }
    return { code, services }
  })
  const at = (on: number) => processes[on]!
  const prefixOf = (token: string) => token.split('_')[1] ?? ''
  const owner: Caller = { by: 'usr_owner', projectId: 'prj_atlas', scopes: EVERY_SCOPE }

  /** What a client sees of a call. The router answers 500 for a throw. */
  const answerOf = (call: Promise<object>): Promise<Answer> =>
    call.then((answer) => answer as Answer, () => ({ status: 500 }))
  const settled = () => Promise.allSettled(writes.splice(0))

  /** The caller that the guard makes of a key, or the owner in the console. */
  async function callerOf(token: string | undefined): Promise<Caller | null> {
    if (!token) return owner
    const { code, services } = at(0)
    const answer = await answerOf(code.guard(services, token, 'prj_atlas', 'keys:manage'))
    await settled()
    return answer.caller ?? null
  }

  const world = {
    clock,
    store,
    turn: async () => {},
    row: (token: string) => rows.get(prefixOf(token))!,
    async create(scopes: Scope[]): Promise<string> {
      const answer = await answerOf(at(0).code.createKey(at(0).services, owner, scopes))
      return answer.token!
    },
    async use(token = '', { on = 0, needed = 'events:write' as Scope, settle = true } = {}): Promise<number> {
      const { code, services } = at(on)
      const { status } = await answerOf(code.guard(services, token, 'prj_atlas', needed))
      if (settle) await settled()
      return status
    },
    async rotate(token: string, by?: string): Promise<Answer> {
      const { code, services } = at(0)
      const caller = await callerOf(by)
      return caller ? answerOf(code.rotateKey(services, caller, prefixOf(token))) : { status: 401 }
    },
    async revoke(token: string, by?: string): Promise<Answer> {
      const { code, services } = at(0)
      const caller = await callerOf(by)
      return caller ? answerOf(code.revokeKey(services, caller, prefixOf(token))) : { status: 401 }
    },
    /** Both calls at once, each step when it is its turn, to the end of all that they started. */
    async overlapping<First, Second>(
      turn: () => Promise<void>,
      first: () => Promise<First>,
      second: () => Promise<Second>,
    ) {
      world.turn = turn
      const results = await Promise.all([first(), second()])
      await settled()
      world.turn = async () => {}
      return results
    },
  }
  return world
}
