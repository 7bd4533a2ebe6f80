import { PGlite, type Transaction } from '@electric-sql/pglite'
import { afterAll, expect } from 'vitest'
import { prove } from '../proof-kit.ts'

/** Runs `use` in an empty database in which the code has been run, and forgets it all afterwards. */
type Variant = (use: (warehouse: Warehouse) => Promise<void>) => Promise<void>

interface Results {
  users: number
  conversions: number
  cents: number
}

const NONE: Results = { users: 0, conversions: 0, cents: 0 }
const CHECKOUT = 118

const database = await PGlite.create()
afterAll(() => database.close())

prove<Variant>(
  new URL('.', import.meta.url),
  {
    issues: {
      'exposure-fan-out': {
        symptom: {
          control: { users: 2, conversions: 7, cents: 700_000 },
          treatment: { users: 0, conversions: 1, cents: 100_000 },
        },
        async run(variant) {
          await variant(async (warehouse) => {
            for (const at of ['09:00', '09:05', '09:10']) await warehouse.expose('u1', 'control', `02 ${at}`)
            await warehouse.expose('u2', 'control', '02 09:00')
            await warehouse.expose('u2', 'treatment', '02 09:30')
            await warehouse.buy('u1', '02 10:00')
            await warehouse.buy('u1', '02 11:00')
            await warehouse.buy('u2', '02 10:00')

            await warehouse.rollUp('02')

            expect({
              control: await warehouse.results('control', '02'),
              treatment: await warehouse.results('treatment', '02'),
            }).toEqual({ control: { users: 2, conversions: 3, cents: 300_000 }, treatment: NONE })
          })
        },
      },

      'goal-before-exposure': {
        symptom: 3,
        async run(variant) {
          await variant(async (warehouse) => {
            await warehouse.expose('early', 'control', '01 00:00')
            await warehouse.expose('u1', 'control', '02 12:00')
            await warehouse.buy('u1', '01 20:00')
            await warehouse.buy('u1', '02 10:00')
            await warehouse.buy('u1', '02 13:00')

            await warehouse.rollUp('01', '02')

            const days = [await warehouse.results('control', '01'), await warehouse.results('control', '02')]
            expect(days.reduce((sum, day) => sum + day.conversions, 0)).toBe(1)
          })
        },
      },

      'window-by-arrival': {
        symptom: 4,
        async run(variant) {
          await variant(async (warehouse) => {
            await warehouse.expose('u1', 'control', '02 00:00')
            for (const at of ['08:00', '09:00', '10:00', '23:59']) await warehouse.buy('u1', `02 ${at}`)
            await warehouse.buy('u1', '02 22:00', { received: '03 06:00' })
            await warehouse.buy('u1', '02 22:30', { received: '07 18:00' })
            await warehouse.buy('u1', '03 07:00')

            await warehouse.rollUp('02')
            expect((await warehouse.results('control', '02')).conversions).toBe(6)

            await warehouse.rollUp('03')
            expect((await warehouse.results('control', '02')).conversions).toBe(6)
            expect((await warehouse.results('control', '03')).conversions).toBe(1)
          })
        },
      },

      'never-corrects-down': {
        symptom: { users: 2, conversions: 4, cents: 400_000 },
        async run(variant) {
          await variant(async (warehouse) => {
            await warehouse.expose('u1', 'control', '02 08:00')
            await warehouse.expose('bot', 'control', '02 08:00')
            await warehouse.buy('u1', '02 09:00')
            for (const at of ['09:00', '09:01']) await warehouse.buy('bot', `02 ${at}`)
            await warehouse.rollUp('02')
            await warehouse.buy('u1', '02 10:00')
            await warehouse.rollUp('02')
            expect((await warehouse.results('control', '02')).conversions).toBe(4)

            await warehouse.erase('bot')
            await warehouse.rollUp('02')
            expect(await warehouse.results('control', '02')).toEqual({
              users: 1,
              conversions: 2,
              cents: 200_000,
            })

            await warehouse.rollUp('02')
            expect((await warehouse.results('control', '02')).conversions).toBe(2)
          })
        },
      },
    },

    traps: {
      'first-variant-wins': {
        symptom: { control: 1, treatment: 1 },
        async run(variant) {
          await variant(async (warehouse) => {
            await warehouse.expose('u1', 'control', '02 08:00')
            await warehouse.expose('u1', 'treatment', '02 09:00')

            await warehouse.rollUp('02')

            expect({
              control: (await warehouse.results('control', '02')).users,
              treatment: (await warehouse.results('treatment', '02')).users,
            }).toEqual({ control: 1, treatment: 0 })
          })
        },
      },

      'day-at-utc': {
        symptom: NONE,
        async run(variant) {
          await variant(async (warehouse) => {
            await warehouse.setTimeZone('America/Los_Angeles')
            await warehouse.expose('u1', 'control', '02 01:00')
            await warehouse.buy('u1', '02 01:30')

            await warehouse.rollUp('02')

            expect(await warehouse.results('control', '02')).toEqual({
              users: 1,
              conversions: 1,
              cents: 100_000,
            })
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
      await use(await createWarehouse(transaction))
      await transaction.rollback()
    })
}

type Warehouse = Awaited<ReturnType<typeof createWarehouse>>

/** One experiment judged by purchases of 1,000.00. Times are `day hour:minute` of March 2026 in UTC. */
async function createWarehouse(transaction: Transaction) {
  await transaction.query('insert into experiments (id, goal) values ($1, $2)', [CHECKOUT, 'purchase'])

  return {
    async expose(user: string, variant: string, at: string) {
      await transaction.query('insert into exposures values ($1, $2, $3, $4)', [
        CHECKOUT,
        user,
        variant,
        time(at),
      ])
    },
    async buy(user: string, at: string, { received = at }: { received?: string } = {}) {
      await transaction.query(
        `insert into goal_events (id, name, user_id, amount_cents, occurred_at, received_at)
         values (gen_random_uuid(), 'purchase', $1, 100000, $2, $3)`,
        [user, time(at), time(received)],
      )
    },
    async erase(user: string) {
      await transaction.query('delete from goal_events where user_id = $1', [user])
      await transaction.query('delete from exposures where user_id = $1', [user])
    },
    async setTimeZone(zone: string) {
      await transaction.query("select set_config('timezone', $1, true)", [zone])
    },
    async rollUp(fromDay: string, toDay = fromDay) {
      await transaction.exec(`call roll_up_experiments('2026-03-${fromDay}', '2026-03-${toDay}')`)
    },
    async results(variant: string, day: string): Promise<Results> {
      const { rows } = await transaction.query<Results>(
        `select users::int, conversions::int, revenue_cents::int as cents
         from experiment_days where experiment_id = $1 and variant = $2 and day = $3`,
        [CHECKOUT, variant, `2026-03-${day}`],
      )
      return rows[0] ?? NONE
    },
  }
}

function time(at: string): string {
  const [day, clock] = at.split(' ')
  return `2026-03-${day}T${clock}:00Z`
}
