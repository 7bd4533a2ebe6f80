import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Role, Services, Session } from './code.ts'

type Variant = typeof import('./code.ts')

const MINUTE_MS = 60_000
const POLL_MS = 5_000

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'role-without-org': {
      symptom: { bolt: 200, acme: 200, acmeAsViewer: 200, tern: 200, colleague: 403 },
      async run(variant) {
        const world = createWorld(variant, {
          'bolt/kim': 'owner',
          'acme/kim': 'viewer',
          'bolt/lee': 'viewer',
        })
        const kim = await world.signIn('kim')
        const lee = await world.signIn('lee')

        const statuses = {
          bolt: await world.open(kim, 'bolt', 'owner'),
          acme: await world.open(kim, 'acme', 'owner'),
          acmeAsViewer: await world.open(kim, 'acme', 'viewer'),
          tern: await world.open(kim, 'tern', 'viewer'),
          colleague: await world.open(lee, 'bolt', 'owner'),
        }

        expect(statuses).toEqual({ bolt: 200, acme: 403, acmeAsViewer: 200, tern: 404, colleague: 403 })
      },
    },

    'session-kept-at-sign-in': {
      symptom: { planted: 200, returned: 200 },
      async run(variant) {
        const world = createWorld(variant, { 'acme/nadia': 'owner' })
        const planted = world.visit()

        const returned = await world.signIn('nadia', planted)

        expect({
          planted: await world.open(planted, 'acme', 'viewer'),
          returned: await world.open(returned, 'acme', 'viewer'),
        }).toEqual({ planted: 401, returned: 200 })
      },
    },

    'support-leaves-the-org': {
      symptom: ['acme', 'northwind'],
      async run(variant) {
        const world = createWorld(variant, { 'acme/ravi': 'viewer', 'northwind/ravi': 'editor' })
        world.granted.add('acme/sam')
        const acting = await world.actAs(await world.signIn('sam'), 'acme', 'ravi')

        const reached: string[] = []
        for (const org of ['acme', 'northwind']) {
          if ((await world.open(acting, org, 'viewer')) === 200) reached.push(org)
        }

        expect(reached).toEqual(['acme'])
      },
    },

    'role-renewed-by-use': {
      symptom: 60 * MINUTE_MS,
      async run(variant) {
        const world = createWorld(variant, { 'acme/theo': 'editor' })
        const session = await world.signIn('theo')
        expect(await world.open(session, 'acme', 'editor')).toBe(200)
        world.roles.delete('acme/theo')

        const removedAt = world.clock.ms
        while (world.clock.ms - removedAt < 60 * MINUTE_MS) {
          world.clock.ms += POLL_MS
          if ((await world.open(session, 'acme', 'editor')) !== 200) break
        }

        expect(world.clock.ms - removedAt).toBeLessThanOrEqual(MINUTE_MS)
      },
    },
  },

  traps: {
    'cache-down': {
      symptom: { member: 500, viewer: 500, stranger: 500 },
      async run(variant) {
        const world = createWorld(variant, { 'acme/nadia': 'owner', 'acme/lee': 'viewer' })
        const [nadia, lee, kim] = [
          await world.signIn('nadia'),
          await world.signIn('lee'),
          await world.signIn('kim'),
        ]
        world.cache.isDown = true

        expect({
          member: await world.open(nadia, 'acme', 'owner'),
          viewer: await world.open(lee, 'acme', 'owner'),
          stranger: await world.open(kim, 'acme', 'viewer'),
        }).toEqual({ member: 200, viewer: 403, stranger: 404 })
      },
    },

    'return-to-compared': {
      symptom: ['app.example.com', 'evil.example', 'evil.example', 'app.example.com'],
      async run(variant) {
        const world = createWorld(variant)
        const hosts: string[] = []
        for (const returnTo of [
          '/orgs/acme?tab=2',
          '//evil.example/x',
          '/\\evil.example',
          'https://evil.example',
        ]) {
          const { location } = await world.signInAndReturn('nadia', returnTo)
          hosts.push(new URL(location, 'https://app.example.com').hostname)
        }

        expect(hosts).toEqual(Array.from({ length: 4 }, () => 'app.example.com'))
      },
    },
  },
})

/** The stores around the guard, each keeping the promises in code.ts, and the router that calls it. */
function createWorld(variant: Variant, members: Record<string, Role> = {}) {
  const clock = { ms: Date.UTC(2025, 0, 1) }
  const roles = new Map(Object.entries(members))
  const granted = new Set<string>()
  const saved = new Map<string, Session>()
  const entries = new Map<string, { role: Role; expiresAt: number }>()

  const cache = {
    isDown: false,
    async get(key: string) {
      if (cache.isDown) throw new Error('connection refused')
      const entry = entries.get(key)
      return entry && entry.expiresAt > clock.ms ? entry.role : null
    },
    async set(key: string, role: Role, ttlMs: number) {
      if (cache.isDown) throw new Error('connection refused')
      entries.set(key, { role, expiresAt: clock.ms + ttlMs })
    },
  }
  const services: Services = {
    sessions: {
      async find(id) {
        const session = saved.get(id)
        return session && session.expiresAt > clock.ms ? { ...session } : null
      },
      async save(session) {
        saved.set(session.id, { ...session })
      },
      async remove(id) {
        saved.delete(id)
      },
    },
    members: { role: async (orgId, userId) => roles.get(`${orgId}/${userId}`) ?? null },
    cache,
    support: { isGranted: async (orgId, agentId) => granted.has(`${orgId}/${agentId}`) },
    audit: { append: async () => {} },
    users: { verify: async (email) => ({ id: email }) },
    now: () => clock.ms,
    log: () => {},
  }

  async function signInAndReturn(email: string, returnTo: string, sessionId = '') {
    const reply = await variant.signIn(services, { sessionId, email, password: 'right', returnTo })
    return { sessionId: reply.sessionId ?? '', location: reply.location ?? '' }
  }

  return {
    clock,
    roles,
    granted,
    cache,
    signInAndReturn,
    /** The id of a session that nobody has signed in on yet. */
    visit(): string {
      const session = {
        id: 'visit',
        userId: null,
        locale: 'nl',
        acting: null,
        expiresAt: clock.ms + MINUTE_MS,
      }
      saved.set(session.id, session)
      return session.id
    },
    async signIn(email: string, sessionId?: string): Promise<string> {
      return (await signInAndReturn(email, '/', sessionId)).sessionId
    },
    async actAs(sessionId: string, orgId: string, memberId: string): Promise<string> {
      return (await variant.actAs(services, { sessionId, orgId }, memberId)).sessionId ?? ''
    },
    /** The status of a route under the organisation. The router answers 500 for a throw. */
    async open(sessionId: string, orgId: string, needed: Role): Promise<number> {
      return variant.guard(services, { sessionId, orgId }, needed).then(
        (access) => access.status,
        () => 500,
      )
    },
  }
}
