import { PGlite, type Transaction } from '@electric-sql/pglite'
import { afterAll, expect } from 'vitest'
import { prove } from '../proof-kit.ts'

/** Runs `use` in an empty database in which the code has been run, and forgets it all afterwards. */
type Variant = (use: (warehouse: Warehouse) => Promise<void>) => Promise<void>

/** By country: what each week shows as active of people, from the cohort's own week on. */
type Cohort = Record<string, string[]>

const database = await PGlite.create()
afterAll(() => database.close())

prove<Variant>(
  new URL('.', import.meta.url),
  {
    issues: {
      'first-week-in-range': {
        symptom: {
          first: { PT: ['3/3', '1/3', '1/3', '0/3'] },
          second: { PT: ['3/3', '1/3', '1/3'] },
          third: {},
        },
        async run(variant) {
          await variant(async (warehouse) => {
            const [fresh, regular, paused, newer, away] = await warehouse.people(5, 'PT')
            await warehouse.active(fresh, '01-05 10:00', '01-12 10:00', '01-20 10:00')
            await warehouse.active(regular, '2025-12-30 10:00', '01-06 10:00')
            await warehouse.active(newer, '01-13 10:00', '01-21 10:00', '01-27 10:00')
            await warehouse.active(paused, '2025-03-03 10:00', '01-14 10:00')
            await warehouse.active(away, '2024-05-06 10:00', '01-07 10:00')
            const another = await warehouse.people(1, 'PT')
            await warehouse.active(another[0], '2025-10-20 10:00', '01-18 23:00')

            await warehouse.backfill('2026-01-05', '02-04 09:00')

            expect({
              first: await warehouse.cohort('01-05'),
              second: await warehouse.cohort('01-12'),
              third: await warehouse.cohort('01-19'),
            }).toEqual({
              first: { PT: ['1/1', '1/1', '1/1', '0/1'] },
              second: { PT: ['1/1', '1/1', '1/1'] },
              third: {},
            })
          })
        },
      },

      'newer-rows-deleted': {
        symptom: {
          rewritten: { PT: ['2/2', '1/2', '0/2', '0/2'] },
          other: { PT: ['1/1', '0/1', '0/1'] },
          again: { PT: ['2/2', '1/2', '1/2', '0/2', '0/2'] },
        },
        async run(variant) {
          await variant(async (warehouse) => {
            const [one, two, three] = await warehouse.people(3, 'PT')
            await warehouse.active(one, '01-05 10:00', '01-12 10:00')
            await warehouse.active(two, '01-07 10:00')
            await warehouse.active(three, '01-12 10:00')
            await warehouse.daily('01-05', 'PT', { 0: '9/9', 1: '9/9', 2: '9/9' }, '01-27 03:00')
            await warehouse.daily('01-05', 'XX', { 0: '4/4', 1: '4/4' }, '01-27 03:00')
            await warehouse.daily('01-12', 'PT', { 0: '7/7', 1: '6/7' }, '01-27 03:00')
            await warehouse.daily('01-12', 'XX', { 0: '4/4' }, '01-27 03:00')

            await warehouse.start('2026-01-05', '02-04 09:00')
            await warehouse.active(two, '01-22 10:00')
            await warehouse.daily('01-05', 'PT', { 2: '1/2', 4: '0/2' }, '02-09 03:00')
            await warehouse.finish()
            const rewritten = await warehouse.cohort('01-05')
            const other = await warehouse.cohort('01-12')

            await warehouse.backfill('2026-01-05', '02-10 09:00')
            const again = await warehouse.cohort('01-05')

            expect({ rewritten, other, again }).toEqual({
              rewritten: { PT: ['2/2', '1/2', '1/2', '0/2', '0/2'] },
              other: { PT: ['1/1', '0/1', '0/1'] },
              again: { PT: ['2/2', '1/2', '1/2', '0/2', '0/2'] },
            })
          })
        },
      },

      'unknown-never-returns': {
        symptom: {
          PT: ['2/2', '1/2', '0/2', '0/2'],
          SE: ['1/1', '0/1', '0/1', '1/1'],
          unknown: ['0/3', '0/3', '0/3', '0/3'],
        },
        async run(variant) {
          await variant(async (warehouse) => {
            const [ana, bo] = await warehouse.people(2, 'PT')
            const [sven] = await warehouse.people(1, 'SE')
            const [first, second, third] = await warehouse.people(3, null)
            await warehouse.active(ana, '01-05 10:00', '01-13 10:00')
            await warehouse.active(bo, '01-05 10:00')
            await warehouse.active(sven, '01-06 10:00', '01-28 10:00')
            await warehouse.active(first, '01-05 10:00', '01-12 10:00', '01-27 10:00')
            await warehouse.active(second, '01-08 10:00', '01-15 10:00')
            await warehouse.active(third, '01-09 10:00')

            await warehouse.backfill('2026-01-05', '02-04 09:00')

            expect(await warehouse.cohort('01-05')).toEqual({
              PT: ['2/2', '1/2', '0/2', '0/2'],
              SE: ['1/1', '0/1', '0/1', '1/1'],
              unknown: ['3/3', '2/3', '0/3', '1/3'],
            })
          })
        },
      },

      'weeks-of-the-session': {
        symptom: {
          'UTC': { PT: ['3/3', '2/3', '1/3'] },
          'America/Los_Angeles': { PT: ['2/2', '2/2', '0/2'] },
          'Pacific/Auckland': { PT: ['2/2', '1/2', '1/2'] },
          'Europe/Lisbon': { PT: ['3/3', '2/3', '1/3'] },
        },
        async run(variant) {
          const seen: Record<string, Cohort> = {}
          for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Europe/Lisbon']) {
            await variant(async (warehouse) => {
              await warehouse.setTimeZone(zone)
              const [early, middle, late] = await warehouse.people(3, 'PT')
              await warehouse.active(early, '01-12 03:00', '01-22 12:00')
              await warehouse.active(middle, '01-14 12:00', '01-26 02:00')
              await warehouse.active(late, '01-18 20:00', '01-25 21:00')

              await warehouse.backfill('2026-01-05', '02-04 09:00')

              seen[zone] = await warehouse.cohort('01-12')
            })
          }

          const right = { PT: ['3/3', '2/3', '1/3'] }
          expect(seen).toEqual({
            'UTC': right,
            'America/Los_Angeles': right,
            'Pacific/Auckland': right,
            'Europe/Lisbon': right,
          })
        },
      },
    },

    traps: {
      'emptied-at-the-start': {
        symptom: { before: { PT: ['2/2', '1/2'], SE: ['1/1', '0/1'] }, after: { PT: ['2/2', '1/2'], SE: ['1/1', '0/1'] } },
        async run(variant) {
          await variant(async (warehouse) => {
            const [ana, robot] = await warehouse.people(2, 'PT')
            const [sven] = await warehouse.people(1, 'SE')
            await warehouse.active(ana, '01-19 10:00', '01-20 10:00')
            await warehouse.active(robot, '01-19 10:00', '01-26 10:00')
            await warehouse.active(sven, '01-21 10:00')
            await warehouse.backfill('2026-01-12', '02-04 09:00')
            const before = await warehouse.cohort('01-19')

            await warehouse.erase(robot)
            await warehouse.erase(sven)
            await warehouse.backfill('2026-01-12', '02-04 11:00')

            expect({ before, after: await warehouse.cohort('01-19') }).toEqual({
              before: { PT: ['2/2', '1/2'], SE: ['1/1', '0/1'] },
              after: { PT: ['1/1', '0/1'] },
            })
          })
        },
      },

      'running-week-left-out': {
        symptom: { wednesday: ['2/2', '1/2', '0/2'], monday: ['2/2', '1/2', '2/2', '0/2'] },
        async run(variant) {
          await variant(async (warehouse) => {
            const [ana, bo] = await warehouse.people(2, 'PT')
            await warehouse.active(ana, '01-19 10:00', '01-27 10:00')
            await warehouse.active(bo, '01-20 10:00')
            await warehouse.backfill('2026-01-19', '02-04 09:00')
            const wednesday = (await warehouse.cohort('01-19')).PT
            await warehouse.active(ana, '02-05 10:00')
            await warehouse.active(bo, '02-08 22:00')
            await warehouse.backfill('2026-01-19', '02-09 00:30')
            const monday = (await warehouse.cohort('01-19')).PT

            expect({ wednesday, monday }).toEqual({
              wednesday: ['2/2', '1/2'],
              monday: ['2/2', '1/2', '2/2'],
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
      await use(createWarehouse(transaction))
      await transaction.rollback()
    })
}

type Warehouse = ReturnType<typeof createWarehouse>

/** Times are `month-day hour:minute` of 2026 in UTC, unless they name a year. The 5th of January is a Monday. */
function createWarehouse(transaction: Transaction) {
  let ids = 0

  async function start(fromWeek: string, at: string) {
    await transaction.exec(`call start_backfill('${fromWeek}', '${time(at)}')`)
  }

  async function next(): Promise<string | null> {
    const { rows } = await transaction.query<{ week: string | null }>('select backfill_next()::text as week')
    return rows[0]?.week ?? null
  }

  async function finish() {
    while (await next());
  }

  return {
    start,
    finish,
    async backfill(fromWeek: string, at: string) {
      await start(fromWeek, at)
      await finish()
    },
    async people(count: number, country: string | null): Promise<number[]> {
      const people = Array.from({ length: count }, () => (ids += 1))
      for (const id of people) {
        await transaction.query('insert into people (id, country) values ($1, $2)', [id, country])
      }
      return people
    },
    async active(person: number | undefined, ...times: string[]) {
      for (const at of times) {
        await transaction.query('insert into events values ($1, $2, $3)', [person, 'opened', time(at)])
      }
    },
    async erase(person: number | undefined) {
      await transaction.query('delete from people where id = $1', [person])
    },
    /** What the daily job does once it has counted a cohort of a country anew. */
    async daily(cohortWeek: string, country: string, weeks: Record<number, string>, at: string) {
      for (const [week, shown] of Object.entries(weeks)) {
        const [active, people] = shown.split('/')
        const key = [`2026-${cohortWeek}`, country, week]
        await transaction.query(
          'delete from retention_weeks where cohort_week = $1 and country = $2 and week_number = $3',
          key,
        )
        await transaction.query('insert into retention_weeks values ($1, $2, $3, $4, $5, $6)', [
          ...key,
          people,
          active,
          time(at),
        ])
      }
    },
    async setTimeZone(zone: string) {
      await transaction.query("select set_config('timezone', $1, true)", [zone])
    },
    async cohort(week: string): Promise<Cohort> {
      const { rows } = await transaction.query<{ country: string; shown: string[] }>(
        `select country, array_agg(active || '/' || people order by week_number) as shown
         from retention_weeks where cohort_week = $1 group by country order by country`,
        [`2026-${week}`],
      )
      return Object.fromEntries(rows.map(({ country, shown }) => [country, shown]))
    },
  }
}

function time(at: string): string {
  const [day = '', clock] = at.split(' ')
  return `${day.length > 5 ? day : `2026-${day}`}T${clock}:00Z`
}
