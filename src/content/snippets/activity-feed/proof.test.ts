import { expect } from 'vitest'
import { everyOrder, prove } from '../proof-kit.ts'

interface ActivityEvent {
  id: string
  at: number
  type: string
  workspaceId: string
  projectId: string
  summary: string
}

interface Filter {
  workspaceId: string
  projectIds: string[]
  type: string | null
  before: { at: number; id?: string } | null
  limit: number
}

interface Viewer {
  tokenId: string
  workspaceId: string
  projectIds: string[]
}

interface Reply {
  status: number
  body?: { items: { id: string }[]; nextCursor: string | null }
}

interface Variant {
  listActivity(services: object, request: { viewer: Viewer; query: URLSearchParams }): Promise<Reply>
}

const REQUESTS_PER_WINDOW = 120
const NOON = Date.UTC(2025, 0, 1, 12)

const ana = { tokenId: 't_ana', workspaceId: 'orbit', projectIds: ['open', 'secret'] }
const bo = { tokenId: 't_bo', workspaceId: 'orbit', projectIds: ['open'] }

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'page-shared-by-viewers': {
      symptom: {
        anaFirst: { ana: ['e4', 'e3'], bo: ['e4', 'e3'] },
        boFirst: { ana: ['e4', 'e2'], bo: ['e4', 'e2'] },
      },
      async run(variant) {
        const events = [1, 2, 3, 4].map((n) => event(n, { projectId: n % 2 ? 'secret' : 'open' }))
        const seen = async (viewers: Viewer[]) => {
          const world = createWorld(variant, { events })
          const pages: Record<string, string[]> = {}
          for (const viewer of viewers) {
            pages[viewer === ana ? 'ana' : 'bo'] = idsOf(await world.get(viewer, { limit: '2' }))
          }
          return pages
        }

        expect({ anaFirst: await seen([ana, bo]), boFirst: await seen([bo, ana]) }).toEqual({
          anaFirst: { ana: ['e4', 'e3'], bo: ['e4', 'e2'] },
          boFirst: { ana: ['e4', 'e3'], bo: ['e4', 'e2'] },
        })
      },
    },

    'ties-skipped': {
      symptom: ['e7', 'e6', 'e2', 'e1'],
      async run(variant) {
        const imported = { at: NOON }
        const events = [1, 2, 3, 4, 5, 6, 7].map((n) => event(n, n >= 3 && n <= 6 ? imported : {}))
        const world = createWorld(variant, { events })

        expect(await world.walk(ana, { limit: '2' })).toEqual(['e7', 'e6', 'e5', 'e4', 'e3', 'e2', 'e1'])
      },
    },

    'failed-load-kept': {
      symptom: { during: 500, after: 500, loads: 1 },
      async run(variant) {
        const world = createWorld(variant, { events: [event(1)] })
        world.events.isDown = true
        const during = await world.get(ana)
        world.events.isDown = false
        world.clock.ms += 100
        const after = await world.get(ana)

        world.events.loads = 0
        await Promise.all(Array.from({ length: 50 }, () => world.get(bo, { limit: '10' })))

        expect({ during: during.status, after: after.status, loads: world.events.loads }).toEqual({
          during: 500,
          after: 200,
          loads: 1,
        })
      },
    },

    'limit-counted-late': {
      symptom: 2,
      async run(variant, other) {
        const served: number[] = []
        await everyOrder(async (turn) => {
          const world = createWorld(variant, { events: [event(1)] })
          await world.times(REQUESTS_PER_WINDOW - 1, () => world.get(ana))
          world.turn = turn
          const last = await Promise.all([world.get(ana), world.get(ana, {}, other)])
          served.push(last.filter((reply) => reply.status === 200).length)
        })

        expect(Math.max(...served)).toBe(1)
        expect(Math.min(...served)).toBe(1)

        const world = createWorld(variant, { events: [event(1)] })
        world.events.isDown = true
        const replies = await world.times(REQUESTS_PER_WINDOW + 1, () => world.get(ana))

        expect(replies.at(-1)?.status).toBe(429)
        world.clock.ms += 60_000
        world.events.isDown = false
        expect((await world.get(ana)).status).toBe(200)
      },
    },
  },

  traps: {
    'one-row-more': {
      symptom: ['e5', 'e4'],
      async run(variant) {
        const world = createWorld(variant, { events: [1, 2, 3, 4, 5].map((n) => event(n)) })

        expect(await world.walk(ana, { limit: '2' })).toEqual(['e5', 'e4', 'e3', 'e2', 'e1'])
      },
    },

    'cursor-in-the-open': {
      symptom: { ids: ['e4', 'e3'], elsewhere: [] },
      async run(variant, other) {
        const events = [event(1), event(2), event(3), event(4), event(5, { workspaceId: 'tern' })]
        const world = createWorld(variant, { events })
        const edited = JSON.stringify({ at: NOON * 2, id: 'e9', workspaceId: 'tern', projectIds: ['open'] })
        const cursor = Buffer.from(edited).toString('base64url')

        const ids = await world.walk(ana, { limit: '2' }, [variant, other])
        const elsewhere = idsOf(await world.get(ana, { cursor })).filter((id) => id === 'e5')

        expect({ ids, elsewhere }).toEqual({ ids: ['e4', 'e3', 'e2', 'e1'], elsewhere: [] })
      },
    },
  },
})

function event(n: number, over: Partial<ActivityEvent> = {}): ActivityEvent {
  const at = NOON + (n < 3 ? -60_000 : 60_000) + n
  return {
    id: `e${n}`,
    at,
    type: 'task',
    workspaceId: 'orbit',
    projectId: 'open',
    summary: `Event ${n}`,
    ...over,
  }
}

function idsOf(reply: Reply): string[] {
  return reply.body?.items?.map((item) => item.id) ?? []
}

/** The stores around the route, each keeping the promises in code.js, and the router that calls it. */
function createWorld(variant: Variant, { events: all }: { events: ActivityEvent[] }) {
  const clock = { ms: NOON + 3_600_000 }
  const counts = new Map<string, { sum: number; expiresAt: number }>()
  const pagesOf = new Map<Variant, Map<string, unknown>>()

  const events = {
    isDown: false,
    loads: 0,
    async newest({ workspaceId, projectIds, type, before, limit }: Filter) {
      events.loads += 1
      await world.turn()
      if (events.isDown) throw new Error('too many connections')
      return all
        .filter((event) => event.workspaceId === workspaceId && projectIds.includes(event.projectId))
        .filter((event) => !type || event.type === type)
        .filter(
          ({ at, id }) => !before || at < before.at || (at === before.at && before.id && id < before.id),
        )
        .sort((a, b) => b.at - a.at || b.id.localeCompare(a.id))
        .slice(0, limit)
    },
  }
  const sumOf = (key: string) => {
    const count = counts.get(key)
    return count && count.expiresAt > clock.ms ? count : null
  }
  const counters = {
    async read(key: string) {
      await world.turn()
      return sumOf(key)?.sum ?? 0
    },
    async increment(key: string, ttlMs: number) {
      await world.turn()
      const count = sumOf(key) ?? { sum: 0, expiresAt: clock.ms + ttlMs }
      count.sum += 1
      counts.set(key, count)
      return count.sum
    },
  }

  const world = {
    clock,
    events,
    turn: async () => {},
    /** What the client sees of one request. The router answers 500 for a throw. */
    async get(viewer: Viewer, query: Record<string, string> = {}, process = variant): Promise<Reply> {
      const pages = pagesOf.get(process) ?? new Map<string, unknown>()
      pagesOf.set(process, pages)
      const services = { events, counters, pages, now: () => clock.ms, log: () => {} }
      const request = { viewer, query: new URLSearchParams(query) }
      return process.listActivity(services, request).catch(() => ({ status: 500 }))
    },
    /** Follows nextCursor to the end, the processes taking turns. */
    async walk(viewer: Viewer, query: Record<string, string>, processes = [variant]): Promise<string[]> {
      const ids: string[] = []
      let cursor: string | null = ''
      for (let page = 0; page < 10 && cursor !== null; page += 1) {
        const reply = await world.get(viewer, { ...query, cursor }, processes[page % processes.length])
        ids.push(...idsOf(reply))
        cursor = reply.body?.nextCursor ?? null
      }
      return ids
    },
    async times(count: number, call: () => Promise<Reply>): Promise<Reply[]> {
      const replies: Reply[] = []
      while (replies.length < count) replies.push(await call())
      return replies
    },
  }
  return world
}
