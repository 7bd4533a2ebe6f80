import { expect } from 'vitest'
import { everyOrder, prove } from '../proof-kit.ts'

interface Upload {
  id: string
  workspaceId: string
  bytes: number
  key: string
  state: string
  verdict: string | null
  expiresAt: number
}

interface Reply {
  status: number
  body?: { id?: string; url?: string; partCount?: number }
}

type Part = { number: number; etag: string }

interface Variant {
  beginUpload(services: object, viewer: object, asked: { name: string; bytes: number }): Promise<Reply>
  partAddress(services: object, viewer: object, id: string, number: number): Promise<Reply>
  completeUpload(services: object, viewer: object, id: string, parts: Part[]): Promise<Reply>
  onScanned(services: object, told: { key: string; verdict: string }): Promise<Reply>
  downloadAddress(services: object, viewer: object, id: string): Promise<Reply>
  sweep(services: object): Promise<void>
}

const HOUR_MS = 3_600_000
const LIMIT = 10_000_000_000

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'open-before-verdict': {
      symptom: { waiting: true, clean: true, infected: false, unreadable: true },
      async run(variant) {
        const isOffered = async (verdict?: string) => {
          const world = createWorld(variant)
          const id = await world.upload(1_000)
          if (verdict) await world.scan(id, verdict)
          else world.clock.ms += 20 * 60_000
          const mine = await world.isOffered(id, 'ana')
          const theirs = await world.isOffered(id, 'bo')
          return mine === theirs ? mine : 'to some'
        }
        expect({
          waiting: await isOffered(),
          clean: await isOffered('clean'),
          infected: await isOffered('infected'),
          unreadable: await isOffered('unreadable'),
        }).toEqual({ waiting: false, clean: true, infected: false, unreadable: false })
      },
    },

    'size-as-claimed': {
      symptom: { kept: 5_000_000_000, counted: 1 },
      async run(variant) {
        const fill = async (claimed: number, sent: number[]) => {
          const world = createWorld(variant)
          const id = await world.begin(claimed)
          await world.send(id, sent)
          await world.complete(id, sent.length)
          await world.scan(id, 'clean')
          const isOffered = await world.isOffered(id)
          world.clock.ms += 48 * HOUR_MS
          await world.sweep()
          return { isOffered, kept: world.store.bytes, counted: world.used }
        }
        const { kept, counted } = await fill(1, [5_000_000_000])
        expect(kept > counted ? { kept, counted } : 'covered').toBe('covered')

        const second = await fill(100_000_000, [60_000_000, 60_000_000])
        expect(second.kept).toBeLessThanOrEqual(second.counted)

        const honest = await fill(100_000_000, [64 * 1024 ** 2, 100_000_000 - 64 * 1024 ** 2])
        expect(honest).toEqual({ isOffered: true, kept: 100_000_000, counted: 100_000_000 })
      },
    },

    'given-back-again': {
      symptom: 0,
      async run(variant, other) {
        const told = createWorld(variant)
        await told.upload(1_000)
        const infected = await told.upload(1_000)
        await told.scan(infected, 'infected')
        await told.scan(infected, 'infected')
        expect(told.used).toBe(1_000)
        expect(told.store.bytes).toBe(1_000)

        const late = createWorld(variant)
        await late.upload(1_000)
        const stubborn = await late.upload(1_000)
        late.store.isDown = true
        expect((await late.scan(stubborn, 'infected')).status).toBe(500)
        late.store.isDown = false
        await late.scan(stubborn, 'infected')
        await late.scan(stubborn, 'infected')
        expect({ used: late.used, kept: late.store.bytes }).toEqual({ used: 1_000, kept: 1_000 })

        const left: number[] = []
        await everyOrder(async (turn) => {
          const world = createWorld(variant)
          await world.upload(1_000)
          await world.begin(1_000)
          world.clock.ms += 48 * HOUR_MS
          world.turn = turn
          await Promise.all([world.sweep(), world.sweep(other)])
          left.push(world.used)
        })
        expect(Math.min(...left)).toBe(1_000)
        expect(Math.max(...left)).toBe(1_000)
      },
    },

    'one-stops-the-rest': {
      symptom: { used: 3_000, kept: 3_000 },
      async run(variant) {
        const world = createWorld(variant)
        for (const isHeld of [true, false, true]) {
          const id = await world.begin(1_000)
          await world.send(id, [1_000])
          if (isHeld) world.store.held.add(world.keyOf(id))
          world.clock.ms += 60_000
        }
        world.clock.ms += 48 * HOUR_MS
        for (let run = 0; run < 5; run += 1) {
          await world.sweep()
          world.clock.ms += 600_000
        }
        expect({ used: world.used, kept: world.store.bytes }).toEqual({ used: 2_000, kept: 2_000 })

        world.store.held.clear()
        await world.sweep()
        expect({ used: world.used, kept: world.store.bytes }).toEqual({ used: 0, kept: 0 })
      },
    },
  },

  traps: {
    'completes-again': {
      symptom: 409,
      async run(variant) {
        const world = createWorld(variant)
        const id = await world.upload(1_000)
        expect((await world.complete(id, 1)).status).toBe(200)
        await world.scan(id, 'clean')
        expect(await world.isOffered(id)).toBe(true)
        expect({ used: world.used, kept: world.store.bytes }).toEqual({ used: 1_000, kept: 1_000 })
      },
    },

    'two-hours-longer': {
      symptom: 500,
      async run(variant) {
        const world = createWorld(variant)
        const id = await world.begin(1_000)
        await world.send(id, [1_000])
        world.clock.ms += 24 * HOUR_MS - 1_000
        const assembled = world.store.hold()
        const completed = world.complete(id, 1)
        await settled()
        world.clock.ms += 5 * 60_000
        await world.sweep()
        assembled()
        expect((await completed).status).toBe(200)
        await world.scan(id, 'clean')
        expect(await world.isOffered(id)).toBe(true)
      },
    },
  },
})

const settled = () => new Promise((resume) => setImmediate(resume))

/** The table, the quota and the store, each keeping the promises in code.js, and the router that calls. */
function createWorld(variant: Variant) {
  const uploads = new Map<string, Upload>()
  const parts = new Map<string, Map<number, { etag: string; bytes: number }>>()
  const objects = new Map<string, number>()
  const used = new Map<string, number>()
  const clock = { ms: Date.UTC(2026, 0, 1) }
  let gate = Promise.resolve()

  const store = {
    isDown: false,
    /** Under a legal hold: nothing of these can be removed. */
    held: new Set<string>(),
    get bytes() {
      const inParts = [...parts.values()].flatMap((of) => [...of.values()].map((part) => part.bytes))
      return [...objects.values(), ...inParts].reduce((sum, bytes) => sum + bytes, 0)
    },
    hold() {
      let open = () => {}
      gate = new Promise((resume) => (open = resume))
      return open
    },
    async signPart(key: string, number: number) {
      await world.turn()
      return `${key}#${number}`
    },
    async assemble(key: string, named: Part[]) {
      await world.turn()
      await gate
      const known = objects.get(key)
      if (known !== undefined) return { bytes: known }
      const found = [...named]
        .sort((a, b) => a.number - b.number)
        .map(({ number, etag }) => {
          const part = parts.get(key)?.get(number)
          if (part?.etag !== etag) throw new Error('no such part')
          return part.bytes
        })
      const bytes = found.reduce((sum, size) => sum + size, 0)
      parts.delete(key)
      objects.set(key, bytes)
      return { bytes }
    },
    async signRead(key: string) {
      await world.turn()
      return `${key}?read`
    },
    async remove(key: string) {
      await world.turn()
      if (store.isDown) throw new Error('503')
      if (store.held.has(key)) throw new Error('403 under legal hold')
      parts.delete(key)
      objects.delete(key)
    },
  }
  const table = {
    async insert(upload: Upload) {
      await world.turn()
      uploads.set(upload.id, { ...upload })
    },
    async find(by: { id?: string; key?: string }) {
      await world.turn()
      const found = [...uploads.values()].find(({ id, key }) => id === by.id || key === by.key)
      return found ? { ...found } : null
    },
    async expiredBefore(time: number) {
      await world.turn()
      return [...uploads.values()]
        .filter(({ state, expiresAt }) => state === 'open' && expiresAt < time)
        .sort((a, b) => a.expiresAt - b.expiresAt)
        .map((upload) => ({ ...upload }))
    },
    async update(id: string, fields: Partial<Upload>) {
      await world.turn()
      Object.assign(uploads.get(id) ?? {}, fields)
    },
    async updateIf(id: string, states: string[], fields: Partial<Upload>) {
      await world.turn()
      const upload = uploads.get(id)
      if (!upload || !states.includes(upload.state)) return false
      Object.assign(upload, fields)
      return true
    },
  }
  const services = {
    uploads: table,
    async reserve(workspaceId: string, bytes: number) {
      await world.turn()
      const sum = (used.get(workspaceId) ?? 0) + bytes
      if (sum > LIMIT) return false
      used.set(workspaceId, sum)
      return true
    },
    async release(workspaceId: string, bytes: number) {
      await world.turn()
      used.set(workspaceId, (used.get(workspaceId) ?? 0) - bytes)
    },
    store,
    now: () => clock.ms,
    log: () => {},
  }
  const viewer = (name: string) => ({ name, workspaceId: 'ws_quay' })
  /** The router answers 500 for a throw. */
  const routed = (reply: Promise<Reply>) => reply.catch((): Reply => ({ status: 500 }))

  const world = {
    clock,
    store,
    turn: async () => {},
    get used() {
      return used.get('ws_quay') ?? 0
    },
    keyOf: (id: string) => uploads.get(id)?.key ?? '',
    async begin(bytes: number) {
      const reply = await variant.beginUpload(services, viewer('ana'), { name: 'a.bin', bytes })
      return reply.body?.id ?? ''
    },
    /** The client sends parts of these sizes, the later ones arriving first. */
    async send(id: string, sizes: number[]) {
      for (const [at, bytes] of [...sizes.entries()].reverse()) {
        const { body } = await routed(variant.partAddress(services, viewer('ana'), id, at + 1))
        const [key, number] = body?.url?.split('#') ?? []
        if (!key) continue
        const of = parts.get(key) ?? new Map<number, { etag: string; bytes: number }>()
        parts.set(key, of.set(Number(number), { etag: `etag-${number}`, bytes }))
      }
    },
    complete(id: string, count: number) {
      const named = Array.from({ length: count }, (_, at) => ({ number: at + 1, etag: `etag-${at + 1}` }))
      return routed(variant.completeUpload(services, viewer('ana'), id, named))
    },
    /** All of it, for a file in one part. */
    async upload(bytes: number) {
      const id = await world.begin(bytes)
      await world.send(id, [bytes])
      await world.complete(id, 1)
      return id
    },
    scan: (id: string, verdict: string) =>
      routed(variant.onScanned(services, { key: world.keyOf(id), verdict })),
    async isOffered(id: string, name = 'ana') {
      const reply = await routed(variant.downloadAddress(services, viewer(name), id))
      return reply.status === 200 && objects.has(reply.body?.url?.split('?')[0] ?? '')
    },
    /** The timer that calls it logs what it throws. */
    sweep: (process = variant) => process.sweep(services).catch(() => {}),
  }
  return world
}
