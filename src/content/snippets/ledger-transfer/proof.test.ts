import { afterAll, expect } from 'vitest'
import { startPostgres, type Session } from '../postgres-kit.ts'
import { prove } from '../proof-kit.ts'
import type { Queryable, Services, Transfer, TransferRequest } from './code.ts'

type Variant = typeof import('./code.ts')

/** What a caller sees: the transfer, or that there was none. A failed one carries the database's code. */
type Reply = Transfer | 'refused' | { failed: string }

/** One process has its transactions on `one`, the other on `two`. Both share the rest of the pool. */
const server = await startPostgres()
const [one, two, pool, staff] = await Promise.all(Array.from({ length: 4 }, () => server.connect())) as [
  Session,
  Session,
  Session,
  Session,
]
const sessions = [one, two, pool, staff]
await Promise.all(sessions.map((session) => session`set deadlock_timeout = '10ms'`))
afterAll(() => server.stop())

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'owner-below-zero': {
      symptom: -60_000,
      async run(variant, other) {
        await inLedger(async (ledger) => {
          await ledger.open('shop', { 'shop-sales': 100_000, 'shop-ads': 0 })
          await ledger.open('courier', { 'courier-main': 0 })
          await ledger.open('printer', { 'printer-main': 0 })
          const pause = atCommit()

          const first = ledger.transfer(variant, one, pay('k1', 'shop-sales', 80_000, 'courier-main'), pause)
          await Promise.race([pause.reached, first])
          const second = ledger.transfer(other, two, pay('k2', 'shop-ads', 80_000, 'printer-main'))
          await server.settle(two, second)
          pause.goOn()
          const replies = await Promise.all([first, second])

          expect(await ledger.total('shop')).toBe(20_000)
          expect(replies.filter((reply) => reply === 'refused').length).toBe(1)
        })

        await inLedger(async (ledger) => {
          await ledger.open('shop', { 'shop-sales': 100_000, 'shop-ads': 0 })
          await ledger.open('courier', { 'courier-main': 0 })

          await ledger.transfer(variant, one, pay('k1', 'shop-ads', 80_000, 'courier-main'))

          expect(await ledger.balance('shop-ads')).toBe(-80_000)
        })
      },
    },

    'event-without-transfer': {
      symptom: 2,
      async run(variant) {
        await inLedger(async (ledger) => {
          await ledger.open('shop', { 'shop-sales': 100_000 })
          await ledger.open('courier', { 'courier-main': 0 })
          const request = pay('k1', 'shop-sales', 10_000, 'courier-main')

          await ledger.transfer(variant, one, request, { beforeCommit: connectionLost })
          await ledger.transferUntilDone(variant, one, request)

          expect((await ledger.events('transfer.completed')).length).toBe(1)
          expect(await ledger.events('transfer.completed')).toEqual(await ledger.transferIds())
        })

        await inLedger(async (ledger) => {
          await ledger.open('shop', { 'shop-sales': 100_000 })
          await ledger.open('courier', { 'courier-main': 0 })
          const request = pay('k1', 'shop-sales', 10_000, 'courier-main')

          ledger.outbox.isDown = true
          await ledger.transfer(variant, one, request)
          ledger.outbox.isDown = false
          await ledger.transferUntilDone(variant, one, request)

          expect(await ledger.balance('courier-main')).toBe(10_000)
          expect(await ledger.events('transfer.completed')).toEqual(await ledger.transferIds())
        })
      },
    },

    'parts-do-not-add-up': {
      symptom: 500_001,
      async run(variant) {
        await inLedger(async (ledger) => {
          await ledger.open('shop', { 'shop-sales': 500_000 })
          await ledger.open('others', { a: 0, b: 0, c: 0, d: 0 })
          const splits: [amountCents: number, bps: number[]][] = [
            [1_001, [5_000, 5_000]],
            [1_000, [3_333, 3_333, 3_334]],
            [2, [2_500, 2_500, 2_500, 2_500]],
            [999, [250, 9_750]],
            [100, [10_000]],
          ]

          for (const [i, [amountCents, bps]] of splits.entries()) {
            const shares = bps.map((bps, at) => ({ accountId: ['a', 'b', 'c', 'd'][at]!, bps }))
            const before = await ledger.balance('shop-sales')
            const request = { key: `k${i}`, fromAccountId: 'shop-sales', amountCents, shares }
            const { id } = (await ledger.transfer(variant, one, request)) as Transfer

            expect((await ledger.total('shop')) + (await ledger.total('others'))).toBe(500_000)
            expect(await ledger.balance('shop-sales')).toBe(before - amountCents)
            const entries = await ledger.entries(id)
            expect(entries.reduce((sum, entry) => sum + entry.cents, 0)).toBe(0)
            for (const { accountId, bps } of shares) {
              const cents = entries.find((entry) => entry.accountId === accountId)!.cents
              expect(cents).toBeGreaterThanOrEqual(0)
              expect(Math.abs(cents - (amountCents * bps) / 10_000)).toBeLessThan(shares.length)
            }
          }
        })
      },
    },

    'repeat-in-flight-fails': {
      symptom: { failed: '25P02' },
      async run(variant, other) {
        for (const end of ['commits', 'fails'] as const) {
          await inLedger(async (ledger) => {
            await ledger.open('shop', { 'shop-sales': 100_000 })
            await ledger.open('courier', { 'courier-main': 0 })
            const request = pay('k1', 'shop-sales', 10_000, 'courier-main')
            const pause = atCommit(end === 'fails' ? connectionLost : undefined)

            const first = ledger.transfer(variant, one, request, pause)
            await Promise.race([pause.reached, first])
            const second = ledger.transfer(other, two, request)
            await server.settle(two, second)
            pause.goOn()

            if (end === 'commits') expect(await second).toEqual(await first)
            expect(await ledger.transferUntilDone(variant, one, request)).toEqual(await second)
            await first
            expect(await ledger.balance('courier-main')).toBe(10_000)
          })
        }
      },
    },
  },

  traps: {
    'refusal-outlives-rollback': {
      symptom: 0,
      async run(variant) {
        await inLedger(async (ledger) => {
          await ledger.open('shop', { 'shop-sales': 5_000 })
          await ledger.open('courier', { 'courier-main': 0 })
          const request = pay('k1', 'shop-sales', 10_000, 'courier-main')

          expect(await ledger.transfer(variant, one, request)).toBe('refused')

          expect((await ledger.events('transfer.refused')).length).toBe(1)
          expect(await ledger.transferIds()).toEqual([])
        })
      },
    },

    'receivers-locked-too': {
      symptom: 1,
      async run(variant, other) {
        await inLedger(async (ledger) => {
          await ledger.open('anna', { a: 10_000 })
          await ledger.open('ben', { b: 10_000 })
          await ledger.open('fees', { y: 0, z: 0 })
          const requests = [
            { key: 'k1', fromAccountId: 'a', amountCents: 1_000, shares: halves('y', 'b') },
            { key: 'k2', fromAccountId: 'b', amountCents: 1_000, shares: halves('z', 'a') },
          ] as const

          await staff.unsafe(`begin; select from accounts where id in ('y', 'z') for update`)
          const first = ledger.transfer(variant, one, requests[0])
          await server.settle(one, first)
          const second = ledger.transfer(other, two, requests[1])
          await server.settle(two, second)
          await staff.unsafe('commit')

          const replies = await Promise.all([first, second])
          expect(replies.filter((reply) => typeof reply === 'object' && 'id' in reply).length).toBe(2)
        })
      },
    },
  },
})

function pay(key: string, fromAccountId: string, amountCents: number, to: string): TransferRequest {
  return { key, fromAccountId, amountCents, shares: [{ accountId: to, bps: 10_000 }] }
}

function halves(...accountIds: [string, string]) {
  return accountIds.map((accountId) => ({ accountId, bps: 5_000 }))
}

interface Hooks {
  beforeCommit(): Promise<void>
}

async function connectionLost() {
  throw new Error('connection lost')
}

/** Holds a transaction before its commit until it may go on, and then does what `then` does. */
function atCommit(then = async () => {}) {
  const reached = Promise.withResolvers<void>()
  const going = Promise.withResolvers<void>()
  return {
    reached: reached.promise,
    goOn: () => going.resolve(),
    async beforeCommit() {
      reached.resolve()
      await going.promise
      await then()
    },
  }
}

/** Runs `use` with an empty ledger and forgets it all afterwards. */
async function inLedger(use: (ledger: Ledger) => Promise<void>) {
  await staff.unsafe(`
    create schema ledger;
    set search_path = ledger;
    create table owners (id text primary key);
    create table accounts (
      id text primary key,
      owner_id text not null references owners,
      balance_cents bigint not null
    );
    create table transfers (id uuid primary key, key text not null unique, amount_cents bigint not null);
    create table entries (
      transfer_id uuid not null references transfers,
      account_id text not null references accounts,
      amount_cents bigint not null
    );
    create table outbox (
      id bigint generated always as identity primary key,
      topic text not null,
      transfer_id uuid not null,
      key text not null
    )`)
  await Promise.all(sessions.map((session) => session`set search_path = ledger`))
  try {
    await use(createLedger())
  } finally {
    await Promise.all(sessions.map((session) => session.unsafe('rollback')))
    await staff`drop schema ledger cascade`
  }
}

type Ledger = ReturnType<typeof createLedger>

/** The database and the outbox, keeping the promises in code.ts, and what there is to see in them. */
function createLedger() {
  const queryOn = (session: Session): Queryable => ({
    async query<Row>(text: string, values: unknown[]) {
      const rows = await session.unsafe(text, values as string[])
      const bigints = (rows.columns ?? []).filter((column) => column.type === 20).map((column) => column.name)
      for (const row of rows) for (const name of bigints) if (row[name] !== null) row[name] = Number(row[name])
      return [...rows] as Row[]
    },
  })
  const own = queryOn(pool)
  const look = queryOn(staff)

  const outbox = {
    isDown: false,
    async add(event: { topic: string; transferId: string; key: string }, tx: Queryable = own) {
      if (outbox.isDown) throw new Error('outbox is down')
      const values = [event.topic, event.transferId, event.key]
      await tx.query('insert into outbox (topic, transfer_id, key) values ($1, $2, $3)', values)
    },
  }

  const servicesOn = (session: Session, hooks?: Hooks): Services => ({
    db: {
      ...own,
      async transaction(work, isolation = 'read committed') {
        for (;;) {
          await session.unsafe(`begin isolation level ${isolation}`)
          try {
            const value = await work(queryOn(session))
            await hooks?.beforeCommit()
            await session.unsafe('commit')
            return value
          } catch (error) {
            await session.unsafe('rollback')
            if ((error as { code?: string }).code !== '40001') throw error
          }
        }
      },
    },
    outbox,
  })

  const ledger = {
    async open(owner: string, accounts: Record<string, number>) {
      await look.query('insert into owners values ($1)', [owner])
      for (const [id, cents] of Object.entries(accounts)) {
        await look.query('insert into accounts values ($1, $2, $3)', [id, owner, cents])
      }
    },
    async transfer(process: Variant, session: Session, request: TransferRequest, hooks?: Hooks): Promise<Reply> {
      try {
        return await process.transfer(servicesOn(session, hooks), request)
      } catch (error) {
        if (error instanceof process.Refused) return 'refused'
        return { failed: String((error as { code?: string }).code) }
      }
    },
    /** As the callers do: the same request again until it gets an answer. */
    async transferUntilDone(process: Variant, session: Session, request: TransferRequest): Promise<Reply> {
      let reply: Reply = 'refused'
      for (let calls = 0; calls < 5; calls += 1) {
        reply = await ledger.transfer(process, session, request)
        if (reply === 'refused' || 'id' in reply) break
      }
      return reply
    },
    outbox,
    async balance(id: string) {
      const [row] = await look.query<{ cents: number }>('select balance_cents as cents from accounts where id = $1', [id])
      return row!.cents
    },
    async total(owner: string) {
      const text = 'select sum(balance_cents)::bigint as cents from accounts where owner_id = $1'
      const [row] = await look.query<{ cents: number }>(text, [owner])
      return row!.cents
    },
    async entries(transferId: string) {
      const text = 'select account_id as "accountId", amount_cents as cents from entries where transfer_id = $1'
      return look.query<{ accountId: string; cents: number }>(text, [transferId])
    },
    async transferIds() {
      return (await look.query<{ id: string }>('select id from transfers', [])).map((row) => row.id)
    },
    /** The transfers that events of this topic are about. */
    async events(topic: string) {
      const text = 'select transfer_id as id from outbox where topic = $1 order by outbox.id'
      return (await look.query<{ id: string }>(text, [topic])).map((row) => row.id)
    },
  }
  return ledger
}
