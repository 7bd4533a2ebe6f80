import { PGlite, types } from '@electric-sql/pglite'
import { afterAll, expect } from 'vitest'
import { prove } from '../proof-kit.ts'

interface Invoice {
  id: string
  dueOn: string | null
  cents: number
}

interface Reply {
  status: number
  headers?: Record<string, string>
  body?: { data: Invoice[]; nextCursor: string | null; total: { count: number; cents: number } | null }
}

interface Variant {
  listInvoices(services: object, request: { accountId: string; query: URLSearchParams }): Promise<Reply>
}

interface Row {
  account?: string
  number?: string
  customer?: string
  status?: string
  issued?: string
  due?: string | null
  cents?: number
  rate?: string
}

type Query = Record<string, string>

const asText = (value: string) => value
const database = await PGlite.create({ parsers: { [types.INT8]: asText, [types.NUMERIC]: asText } })
await database.exec(`
  create table invoices (
    id text primary key, account_id text not null, number text not null, customer text not null,
    status text not null, issued_at timestamptz not null, due_on date, amount_cents bigint not null,
    fx_rate numeric not null
  )
`)
afterAll(() => database.close())

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'search-crosses-accounts': {
      symptom: {
        byCustomer: ['i5', 'i4', 'i2', 'i1'],
        byNumber: ['i2'],
        open: ['i5', 'i4', 'i2', 'i1'],
        total: 4,
        pages: ['i5', 'i4', 'i2', 'i1'],
      },
      async run(variant) {
        const world = await createWorld(variant, [
          { customer: 'Lumen GmbH', status: 'paid' },
          { number: 'LUM-2', customer: 'Lumen Labs' },
          { number: '2026-LU', customer: 'Tern' },
          { account: 'tern', number: 'LUM-4', customer: 'Lumen Light' },
          { account: 'tern', number: '2026-05', customer: 'Lumen Ltd' },
        ])

        expect({
          byCustomer: await world.ids({ search: 'lumen' }),
          byNumber: await world.ids({ search: 'lum-' }),
          open: await world.ids({ search: 'lumen', status: 'open' }),
          total: (await world.get({ search: 'lumen' })).body?.total?.count,
          pages: (await world.walk({ search: 'lumen', limit: '1' })).ids,
        }).toEqual({
          byCustomer: ['i2', 'i1'],
          byNumber: ['i2'],
          open: ['i2'],
          total: 2,
          pages: ['i2', 'i1'],
        })
      },
    },

    'no-due-date-lost': {
      symptom: {
        listed: { due: 3, '-due': 2 },
        dated: { due: ['i3', 'i1', 'i5'], '-due': [] },
        undated: { due: 0, '-due': 2 },
      },
      async run(variant) {
        const world = await createWorld(variant, [
          { due: '2026-05-02' },
          { due: null },
          { due: '2026-04-30' },
          { due: null },
          { due: '2026-05-31' },
          { due: null },
        ])
        const listed: Record<string, number> = {}
        const dated: Record<string, string[]> = {}
        const undated: Record<string, number> = {}
        for (const sort of ['due', '-due']) {
          const { ids, invoices } = await world.walk({ sort, limit: '2' })
          listed[sort] = new Set(ids).size
          dated[sort] = ids.filter((id) => ['i1', 'i3', 'i5'].includes(id))
          undated[sort] = invoices.filter((invoice) => invoice.dueOn === null).length
        }

        expect({ listed, dated, undated }).toEqual({
          listed: { due: 6, '-due': 6 },
          dated: { due: ['i3', 'i1', 'i5'], '-due': ['i5', 'i1', 'i3'] },
          undated: { due: 3, '-due': 3 },
        })
      },
    },

    'bad-cursor-starts-over': {
      symptom: {
        forgotten: 'wrong',
        cutOff: 'goes round',
        other: 200,
        followed: 'complete',
        fresh: ['i1', 'i2'],
      },
      async run(variant) {
        const world = await createWorld(variant, [
          { due: '2026-04-01' },
          { due: '2026-04-02' },
          { due: '2026-04-03' },
          { due: '2026-04-04' },
          { due: '2026-04-05' },
        ])
        const asked = { sort: 'due', limit: '2' }
        const first = await world.get(asked)
        const cursor = first.body?.nextCursor ?? ''
        const other = (await world.get({ limit: '2', sort: '-issued', cursor })).status

        expect({
          forgotten: (await world.walk(asked, { next: { limit: '2' } })).end,
          cutOff: (await world.walk(asked, { room: 40 })).end,
          other: isRefusal(other) ? 'refused' : other,
          followed: (await world.walk(asked)).end,
          fresh: await world.ids({ ...asked, cursor: '' }),
        }).toEqual({
          forgotten: expect.stringMatching(/refused|complete/),
          cutOff: 'refused',
          other: 'refused',
          followed: 'complete',
          fresh: ['i1', 'i2'],
        })
      },
    },

    'total-rounded-once': {
      symptom: { rows: [167, 167, 167, 40], total: 540, filtered: 0 },
      async run(variant) {
        const foreign = { cents: 333, rate: '0.5' }
        const home = { cents: 40, rate: '1' }
        const world = await createWorld(variant, [home, foreign, foreign, foreign])
        const { invoices } = await world.walk({ limit: '3' })

        expect({
          rows: invoices.map((invoice) => invoice.cents),
          total: (await world.get({ limit: '3' })).body?.total?.cents,
          filtered: (await world.get({ status: 'uncollectible' })).body?.total?.cents,
        }).toEqual({ rows: [167, 167, 167, 40], total: 541, filtered: 0 })
      },
    },
  },

  traps: {
    'sort-in-the-sql': {
      symptom: { ids: ['i4', 'i3', 'i2', 'i1'], injected: 400 },
      async run(variant) {
        const world = await createWorld(variant, [
          { issued: '2026-03-09T10:00Z' },
          { issued: '2026-03-07T10:00Z' },
          { issued: '2026-03-12T10:00Z' },
          { issued: '2026-03-08T10:00Z' },
        ])

        expect({
          ids: await world.ids({ sort: '-issued' }),
          injected: (await world.get({ sort: 'id; drop table invoices' })).status,
        }).toEqual({ ids: ['i3', 'i1', 'i4', 'i2'], injected: 400 })
      },
    },

    'database-error-as-400': {
      symptom: { day: [500, 500, 500, 500], word: [500, 500, 500, 500], down: [503, 503, 503, 503], other: [500] },
      async run(variant) {
        const world = await createWorld(variant, [{}])
        const day = await world.untilAnswered({ from: '2026-02-30' })
        const word = await world.untilAnswered({ to: 'soon' })
        const down = await world.untilAnswered({}, '53300')
        const other = [(await world.get({}, '42P01')).status]

        expect({ day, word, down, other }).toEqual({
          day: [400],
          word: [400],
          down: [503, 503, 503, 503],
          other: [500],
        })
      },
    },
  },
})

const isRefusal = (status: number) => status >= 400 && status < 500

/** The table in a database of its own with the rows i1, i2 and so on, the route, and who calls it. */
async function createWorld(variant: Variant, rows: Row[]) {
  await database.exec('delete from invoices')
  for (const [i, row] of rows.entries()) {
    await database.query('insert into invoices values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      `i${i + 1}`,
      row.account ?? 'orbit',
      row.number ?? `2026-0${i + 1}`,
      row.customer ?? 'Orbit',
      row.status ?? 'open',
      row.issued ?? `2026-03-0${i + 1}T09:30:00.000${i + 1}Z`,
      row.due ?? null,
      row.cents ?? 1_000,
      row.rate ?? '1',
    ])
  }

  const world = {
    /** With a code, the database refuses every statement with it. */
    async get(query: Query, code?: string): Promise<Reply> {
      const services = {
        async query(sql: string, values: unknown[]) {
          if (code) throw Object.assign(new Error('refused'), { code })
          return (await database.query<object>(sql, values)).rows
        },
        log: () => {},
      }
      const request = { accountId: 'orbit', query: new URLSearchParams(query) }
      return variant.listInvoices(services, request).catch(() => ({ status: 500 }))
    },
    async ids(query: Query): Promise<string[]> {
      return ((await world.get(query)).body?.data ?? []).map((invoice) => invoice.id)
    },
    /** Follows nextCursor, of which the client has room for so much, until it is null or no 200. */
    async walk(query: Query, { next = query, room = Infinity } = {}) {
      const invoices: Invoice[] = []
      let end = 'goes round'
      let reply = await world.get(query)
      for (let page = 0; page < 10; page += 1) {
        if (reply.status !== 200) {
          end = isRefusal(reply.status) ? 'refused' : 'failed'
          break
        }
        invoices.push(...(reply.body?.data ?? []))
        const cursor = reply.body?.nextCursor
        if (!cursor) {
          const isWhole = new Set(invoices.map(({ id }) => id)).size === rows.length
          end = isWhole && invoices.length === rows.length ? 'complete' : 'wrong'
          break
        }
        reply = await world.get({ ...next, cursor: cursor.slice(0, room) })
      }
      return { end, invoices, ids: invoices.map((invoice) => invoice.id) }
    },
    /** Calls as the client library does, which tries again up to three times after a 5xx. */
    async untilAnswered(query: Query, code?: string): Promise<number[]> {
      const statuses: number[] = []
      do statuses.push((await world.get(query, code)).status)
      while (statuses.at(-1)! >= 500 && statuses.length < 4)
      return statuses
    },
  }
  return world
}
