import { expect } from 'vitest'
import { everyOrder, prove } from '../proof-kit.ts'
import type { Invite, Services, SignUp, Team, User } from './code.ts'

type Variant = typeof import('./code.ts')

const MINUTE_MS = 60_000
const ANA = 'ana@alder.example'
const CY = 'cy@alder.example'
const COLLEAGUE = 'bob@alder.example'
const OUTSIDER = 'mo@mailbox.example'
const NEWCOMER = 'eve@mailbox.example'

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'any-account-joins': {
      symptom: [OUTSIDER],
      async run(variant) {
        const world = createWorld(variant, { accounts: [CY, COLLEAGUE, OUTSIDER] })
        for (const invited of [ANA, CY]) {
          const { token } = await world.invite(invited)
          world.clock.ms += 5 * MINUTE_MS
          await world.accept(token, NEWCOMER)
          await world.accept(token, OUTSIDER)
          await world.accept(token, COLLEAGUE)
          await world.accept(token, invited)
        }

        expect(world.joined()).toEqual([ANA, CY])
      },
    },

    'revoked-link-works': {
      symptom: { revoked: true, seats: 2, replaced: true, renewed: true, overlapping: true },
      async run(variant) {
        const world = createWorld(variant)
        const wrong = await world.invite(ANA)
        await world.open(wrong.token)
        expect(await world.revoke(wrong.id)).toBe(204)
        world.clock.ms += MINUTE_MS / 4
        await world.accept(wrong.token, ANA)
        const [revoked, seats] = [world.isIn(ANA), world.used()]

        const leaked = await world.invite(CY)
        await world.open(leaked.token)
        await world.resend(leaked.id)
        await world.accept(leaked.token, CY)
        const replaced = world.isIn(CY)
        await world.accept(world.lastToken(), CY)
        const renewed = world.isIn(CY)

        let overlapping = false
        await everyOrder(async (turn) => {
          const next = createWorld(variant)
          const { id, token } = await next.invite(ANA)
          next.turn = turn
          await Promise.all([next.open(token), next.revoke(id)])
          next.turn = async () => {}
          await next.accept(token, ANA)
          overlapping ||= next.isIn(ANA)
        })

        expect({ revoked, seats, replaced, renewed, overlapping }).toEqual({
          revoked: false,
          seats: 1,
          replaced: false,
          renewed: true,
          overlapping: false,
        })
      },
    },

    'accepted-but-outside': {
      symptom: ['invites.accept, new account: outside', 'invites.accept, signed in: outside'],
      async run(variant) {
        const wrong: string[] = []
        for (const lost of ['users.register', 'invites.accept', 'members.add', 'nothing']) {
          for (const account of ['new account', 'signed in']) {
            const accounts = account === 'signed in' ? [ANA, OUTSIDER] : [OUTSIDER]
            const world = createWorld(variant, { accounts })
            const { token } = await world.invite(ANA)
            await world.open(token)

            world.goesDownAfter = lost
            await world.accept(token, ANA)
            world.goesDownAfter = ''
            world.isDown = false
            world.clock.ms += 30 * MINUTE_MS
            await world.accept(token, ANA)
            await world.accept(token, OUTSIDER)

            if (!world.isIn(ANA)) wrong.push(`${lost}, ${account}: outside`)
            if (world.isIn(OUTSIDER)) wrong.push(`${lost}, ${account}: two people`)
            if (world.used() !== 2) wrong.push(`${lost}, ${account}: ${world.used()} seats`)
          }
        }

        expect(wrong).toEqual([])
      },
    },

    'seat-counted-then-taken': {
      symptom: 4,
      async run(variant, other) {
        const used: number[] = []
        await everyOrder(async (turn) => {
          const world = createWorld(variant, { seats: 3 })
          await world.invite(ANA)
          world.turn = turn
          await Promise.all([world.tryToInvite(CY), world.tryToInvite(COLLEAGUE, other)])
          used.push(world.used())
        })

        expect(Math.max(...used)).toBe(3)
        expect(Math.min(...used)).toBe(3)
      },
    },
  },

  traps: {
    'full-team-can-accept': {
      symptom: 402,
      async run(variant) {
        const world = createWorld(variant, { seats: 2, accounts: [ANA] })
        const { token } = await world.invite(ANA)
        expect(await world.tryToInvite(CY)).toBe(402)

        expect(await world.accept(token, ANA)).toBe(200)
        expect(world.used()).toBe(2)
        expect(await world.tryToInvite(CY)).toBe(402)
      },
    },

    'hash-without-salt': {
      symptom: 404,
      async run(variant) {
        const world = createWorld(variant)
        const { id, token } = await world.invite(ANA)

        expect(JSON.stringify([...world.invites.values()])).not.toContain(token)
        expect(await world.accept(token.slice(1), ANA)).toBe(404)
        expect(await world.accept(id, ANA)).toBe(404)
        expect(await world.accept(token, ANA)).toBe(200)
      },
    },
  },
})

/** What is mailed to an address before it can get an account. */
const codeFor = (email: string) => `code for ${email}`

type Row = Invite & { isRevoked: boolean; memberIsIn: boolean }

/** The tables, the cache and the mail around the routes, each keeping the promises in code.ts. */
function createWorld(variant: Variant, { seats = 10, accounts = [] as string[] } = {}) {
  const team: Team = { seats, domains: null }
  const rows = new Map<string, Row>()
  const members = new Map<string, { role: string }>([['user of owner', { role: 'admin' }]])
  const users = new Map<string, User>(
    accounts.map((email) => [`user of ${email}`, { id: `user of ${email}`, email }]),
  )
  const entries = new Map<string, { invite: Invite; expiresAt: number }>()
  const mailed: { invite: Invite; token: string }[] = []

  const world = {
    clock: { ms: Date.UTC(2026, 0, 9) },
    turn: async () => {},
    isDown: false,
    /** The call after which the database is gone, before the caller hears of it. */
    goesDownAfter: '',
    invites: rows,
  }

  /** One call to the database. */
  async function call<T>(name: string, work: () => T): Promise<T> {
    await world.turn()
    if (world.isDown) throw new Error('connection reset')
    const result = work()
    if (world.goesDownAfter !== name) return result
    world.isDown = true
    throw new Error('connection reset')
  }

  const copy = ({ isRevoked: _, memberIsIn: __, ...invite }: Row): Invite => invite
  const holdsSeat = (row: Row) => !row.isRevoked && !row.memberIsIn
  const used = () => members.size + [...rows.values()].filter(holdsSeat).length
  const row = (id: string) => {
    const found = rows.get(id)
    if (!found) throw new Error(`no invite ${id}`)
    return found
  }
  const has = (email: string) =>
    members.has(`user of ${email}`) || [...rows.values()].some((r) => holdsSeat(r) && r.email === email)
  const insert = (invite: Invite) => {
    if (has(invite.email)) return false
    rows.set(invite.id, { ...invite, isRevoked: false, memberIsIn: false })
    return true
  }
  const accept = (id: string, userId: string) => (row(id).acceptedBy ??= userId)
  let queue: Promise<unknown> = Promise.resolve()

  const services: Services = {
    teams: {
      get: () => call('teams.get', () => ({ ...team })),
      locked<T>(_teamId: string, work: (held: Team) => Promise<T>) {
        const result = queue.then(() => call('teams.locked', () => ({ ...team }))).then(work)
        queue = result.catch(() => null)
        return result
      },
    } as Services['teams'],
    seats: { used: () => call('seats.used', used) },
    invites: {
      insert: (invite: Invite) => call('invites.insert', () => insert(invite)),
      insertWithin: (limit: number, invite: Invite) =>
        call('invites.insert', () => {
          if (used() >= limit) return 'full'
          return insert(invite) ? 'inserted' : 'held'
        }),
      find: (_teamId: string, id: string) => call('invites.find', () => copy(row(id))),
      byToken: (tokenHash: string) =>
        call('invites.byToken', () => {
          const found = [...rows.values()].find((r) => r.tokenHash === tokenHash && !r.isRevoked)
          return found ? copy(found) : null
        }),
      renew: (_teamId: string, id: string, tokenHash: string, expiresAt: number) =>
        call('invites.renew', () => {
          if (!holdsSeat(row(id))) return null
          return copy(Object.assign(row(id), { tokenHash, expiresAt }))
        }),
      accept: (id: string, userId: string) => call('invites.accept', () => accept(id, userId)),
      acceptOpen: (id: string, tokenHash: string, userId: string) =>
        call('invites.accept', () => {
          const { isRevoked, tokenHash: current } = row(id)
          return isRevoked || current !== tokenHash ? null : accept(id, userId)
        }),
      reopen: (id: string) => call('invites.reopen', () => void (row(id).acceptedBy = null)),
      revoke: (_teamId: string, id: string) =>
        call('invites.revoke', () => {
          if (row(id).acceptedBy) return false
          row(id).isRevoked = true
          return true
        }),
    } as Services['invites'],
    members: {
      add: (userId, invite) =>
        call('members.add', () => {
          if (!members.has(userId)) members.set(userId, { role: invite.role })
          row(invite.id).memberIsIn = true
        }),
    },
    users: {
      get: (id: string) =>
        call('users.get', () => {
          const user = users.get(id)
          if (!user) throw new Error(`no user ${id}`)
          return user
        }),
      byEmail: (email: string) => call('users.byEmail', () => users.get(`user of ${email}`) ?? null),
      register: (email: string, form: SignUp) =>
        call('users.register', () => {
          const id = `user of ${email}`
          if (users.has(id) || form.code !== codeFor(email)) return null
          users.set(id, { id, email })
          return { id, email }
        }),
    } as Services['users'],
    cache: {
      async get(tokenHash: string) {
        await world.turn()
        const entry = entries.get(tokenHash)
        return entry && entry.expiresAt > world.clock.ms ? { ...entry.invite } : null
      },
      async set(tokenHash: string, invite: Invite, ttlMs: number) {
        await world.turn()
        entries.set(tokenHash, { invite: { ...invite }, expiresAt: world.clock.ms + ttlMs })
      },
      async remove(tokenHash: string) {
        await world.turn()
        entries.delete(tokenHash)
      },
    } as Services['cache'],
    mail: {
      async send(invite, token) {
        mailed.push({ invite, token })
        return true
      },
    },
    ...{
      /** As Postgres does it by default: others go on meanwhile. That it shows them too much only helps. */
      async transaction<T>(work: () => Promise<T>) {
        await world.turn()
        const result = await work()
        await world.turn()
        return result
      },
    },
    now: () => world.clock.ms,
    log: () => {},
  }

  const lastToken = () => mailed.at(-1)?.token ?? ''

  return Object.assign(world, {
    used,
    lastToken,
    isIn: (email: string) => members.has(`user of ${email}`),
    joined: () => [...members.keys()].slice(1).map((id) => id.slice('user of '.length)),
    async invite(email: string): Promise<{ id: string; token: string }> {
      const reply = await variant.createInvite(services, 'alder', { email, role: 'admin' })
      if (reply.status !== 201 || !reply.id) throw new Error(`invited with ${reply.status}`)
      return { id: reply.id, token: lastToken() }
    },
    async tryToInvite(email: string, process = variant): Promise<number> {
      return (await process.createInvite(services, 'alder', { email, role: 'member' })).status
    },
    resend: (id: string) => variant.resendInvite(services, 'alder', id),
    revoke: async (id: string) => (await variant.revokeInvite(services, 'alder', id)).status,
    open: (token: string) => variant.readInvite(services, token),
    /** The status for the owner of this address, signed in if there is an account. The router answers 500 for a throw. */
    async accept(token: string, as: string): Promise<number> {
      const userId = users.get(`user of ${as}`)?.id ?? null
      const form = { name: as, password: 'a long one', code: codeFor(as) }
      return variant.acceptInvite(services, token, userId, form).then(
        (reply) => reply.status,
        () => 500,
      )
    },
  })
}
