import { PGlite, type Transaction } from '@electric-sql/pglite'
import { afterAll, expect } from 'vitest'
import { prove } from '../proof-kit.ts'

/** Runs `use` in an empty database in which the code has been run, and forgets it all afterwards. */
type Variant = (use: (mart: Mart) => Promise<void>) => Promise<void>

const database = await PGlite.create()
afterAll(() => database.close())

prove<Variant>(
  new URL('.', import.meta.url),
  {
    issues: {
      'plan-history-fan-out': {
        symptom: { starter: 42_000, team: 41_000 },
        async run(variant) {
          await variant(async (mart) => {
            await mart.subscribe(1, { starter: '01-05 09:00', team: '03-10 12:00' })
            await mart.subscribe(2, { starter: '01-05 09:00' })
            await mart.invoice(1, '03-02 10:00', 10_000)
            await mart.invoice(1, '03-10 12:00', 30_000)
            await mart.invoice(1, '03-11 10:00', 500)
            await mart.invoice(1, '03-11 10:00', 500)
            await mart.invoice(2, '03-02 10:00', 1_000)

            await mart.refresh()

            expect(await mart.gross('2026-03')).toEqual({ starter: 11_000, team: 31_000 })
          })
        },
      },

      'missing-rate-is-one': {
        symptom: 91_120,
        async run(variant) {
          await variant(async (mart) => {
            await mart.subscribe(1, { team: '01-05 09:00' })
            await mart.rate('USD', '2026-03-06', 2)
            await mart.rate('HUF', '2026-03-05', 200)
            await mart.rate('HUF', '2026-03-06', 400)
            await mart.rate('HUF', '2026-03-09', 500)
            await mart.rate('HUF', '2026-04-02', 250)
            await mart.invoice(1, '03-07 23:30', 40_000, 'HUF')
            await mart.invoice(1, '03-09 01:00', 10_000, 'HUF')
            await mart.invoice(1, '03-08 10:00', 1_000, 'EUR')
            await mart.invoice(1, '04-06 12:00', 50_000, 'HUF')
            await mart.invoice(1, '04-02 12:00', 25_000, 'HUF')

            await mart.refresh()

            const months = [await mart.gross('2026-03'), await mart.gross('2026-04')]
            expect(months.reduce((sum, month) => sum + (month.team ?? 0), 0)).toBe(1_420)
          })
        },
      },

      'refund-dated-by-invoice': {
        symptom: { february: 0, march: 700, april: 0 },
        async run(variant) {
          await variant(async (mart) => {
            await mart.subscribe(1, { team: '01-05 09:00' })
            const february = await mart.invoice(1, '02-19 10:00', 10_000)
            await mart.refresh()
            await mart.close('2026-02')
            const march = await mart.invoice(1, '03-31 23:00', 20_000)
            await mart.refund(february, '03-01 00:00', 3_000)
            await mart.refund(march, '03-31 23:30', 200)
            await mart.refund(march, '04-01 00:00', 500)
            await mart.refresh()

            expect({
              february: (await mart.refunded('2026-02')).team,
              march: (await mart.refunded('2026-03')).team ?? 0,
              april: (await mart.refunded('2026-04')).team ?? 0,
            }).toEqual({ february: 0, march: 3_200, april: 500 })

            await mart.close('2026-03')
            await mart.refund(february, '04-02 10:00', 1_000)
            await mart.refresh()
            await mart.refresh()
            expect((await mart.refunded('2026-03')).team).toBe(3_200)
            expect((await mart.refunded('2026-04')).team).toBe(1_500)
          })
        },
      },

      'round-after-sum': {
        symptom: { gross: 101_200, refunded: 2_767 },
        async run(variant) {
          await variant(async (mart) => {
            await mart.subscribe(1, { team: '01-05 09:00' })
            await mart.rate('USD', '2026-03-17', 1.083)
            const metered: number[] = []
            for (let i = 0; i < 100; i += 1) metered.push(await mart.invoice(1, '03-17 10:00', 999, 'USD'))
            for (let i = 0; i < 10; i += 1) await mart.invoice(1, '03-17 10:00', 970, 'USD')
            for (const id of metered.slice(0, 3)) await mart.refund(id, '03-17 12:00', 999)

            await mart.refresh()

            expect({
              gross: (await mart.gross('2026-03')).team,
              refunded: (await mart.refunded('2026-03')).team,
            }).toEqual({ gross: 101_160, refunded: 2_766 })
          })
        },
      },
    },

    traps: {
      'refund-at-invoice-rate': {
        symptom: { team: 10_000 },
        async run(variant) {
          await variant(async (mart) => {
            await mart.subscribe(1, { team: '01-05 09:00' })
            await mart.rate('USD', '2026-03-02', 1.25)
            await mart.rate('USD', '2026-03-20', 1)
            const invoice = await mart.invoice(1, '03-02 10:00', 10_000, 'USD')
            await mart.refund(invoice, '03-20 10:00', 10_000)

            await mart.refresh()

            expect(await mart.gross('2026-03')).toEqual({ team: 8_000 })
            expect(await mart.refunded('2026-03')).toEqual({ team: 8_000 })
          })
        },
      },

      'delete-then-insert': {
        symptom: { business: 9_000, team: 9_000 },
        async run(variant) {
          await variant(async (mart) => {
            await mart.subscribe(1, { team: '01-05 09:00' })
            await mart.invoice(1, '03-02 10:00', 9_000)
            await mart.refresh()
            expect(await mart.gross('2026-03')).toEqual({ team: 9_000 })

            await mart.correctPlan(1, 'business')
            await mart.refresh()

            expect(await mart.gross('2026-03')).toEqual({ business: 9_000 })
          })
        },
      },
    },
  },
  runInDatabase,
)

async function runInDatabase(code: string): Promise<Variant> {
  return (use) =>
    database.transaction(async (transaction) => {
      await transaction.exec(code)
      await use(createMart(transaction))
      await transaction.rollback()
    })
}

type Mart = ReturnType<typeof createMart>

/** Subscriptions, money in and out, rates and closings. Times are `month-day hour:minute` of 2026 in UTC. */
function createMart(transaction: Transaction) {
  let lastId = 0

  async function column(name: 'gross_cents' | 'refunded_cents', month: string) {
    const { rows } = await transaction.query<{ plan: string; cents: number }>(
      `select plan, ${name}::int as cents from revenue_months where month = $1 order by plan`,
      [`${month}-01`],
    )
    return Object.fromEntries(rows.map((row) => [row.plan, row.cents]))
  }

  return {
    /** Each plan with the time from which it holds, the earliest first. */
    async subscribe(id: number, plans: Record<string, string>) {
      const periods = Object.entries(plans)
      await transaction.query('insert into subscriptions values ($1, $1, $2)', [id, time(periods[0]![1])])
      for (const [i, [plan, from]] of periods.entries()) {
        const next = periods[i + 1]
        await transaction.query('insert into plan_history values ($1, $2, $3, $4)', [
          id,
          plan,
          time(from),
          next ? time(next[1]) : 'infinity',
        ])
      }
    },
    async correctPlan(id: number, plan: string) {
      await transaction.query('update plan_history set plan = $2 where subscription_id = $1', [id, plan])
    },
    async rate(currency: string, day: string, perEur: number) {
      await transaction.query('insert into exchange_rates values ($1, $2, $3)', [currency, day, perEur])
    },
    async invoice(subscription: number, at: string, cents: number, currency = 'EUR') {
      const id = (lastId += 1)
      await transaction.query('insert into invoices values ($1, $2, $3, $4, $5)', [
        id,
        subscription,
        currency,
        cents,
        time(at),
      ])
      return id
    },
    async refund(invoice: number, at: string, cents: number) {
      await transaction.query('insert into refunds values ($1, $2, $3, $4)', [
        (lastId += 1),
        invoice,
        cents,
        time(at),
      ])
    },
    async close(month: string) {
      await transaction.query('insert into closed_months values ($1)', [`${month}-01`])
    },
    async refresh() {
      await transaction.exec('call refresh_revenue()')
    },
    gross: (month: string) => column('gross_cents', month),
    refunded: (month: string) => column('refunded_cents', month),
  }
}

function time(at: string): string {
  const [day, clock] = at.split(' ')
  return `2026-${day}T${clock}:00Z`
}
