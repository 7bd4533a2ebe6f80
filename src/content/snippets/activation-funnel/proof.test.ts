import { PGlite } from '@electric-sql/pglite'
import { afterAll, expect } from 'vitest'
import { prove } from '../proof-kit.ts'

/** Runs `use` in an empty database in which the code has been run. */
type Variant = (use: (product: Product) => Promise<void>) => Promise<void>

interface Week {
  signups: number
  created: number
  invited: number
  activated: number
  hours: number | null
}

const database = await PGlite.create()
afterAll(() => database.close())

prove<Variant>(
  new URL('.', import.meta.url),
  {
    issues: {
      'touch-after-signup': {
        symptom: { email: 3, retargeting: 1 },
        async run(variant) {
          await variant(async (product) => {
            const [searched, subscribed, direct, returned] = await product.signUps(4, '10 09:00')
            await product.touch(searched, 'partner', '02 09:00')
            await product.touch(searched, 'search', '10 08:57')
            await product.touch(searched, 'email', '10 09:20')
            await product.touch(subscribed, 'partner', '01 12:00')
            await product.touch(subscribed, 'email', '09 20:00')
            await product.touch(direct, 'email', '11 07:30')
            await product.touch(returned, 'search', '10 08:00')
            await product.touch(returned, 'retargeting', '13 18:00')

            await product.refresh('15 02:00')

            expect(await product.signupsByChannel('09')).toEqual({ direct: 1, email: 1, search: 2 })
          })
        },
      },

      'row-per-project': {
        symptom: { signups: 5, created: 4, invited: 1, activated: 3, hours: 30 },
        async run(variant) {
          await variant(async (product) => {
            const [busy, plain] = await product.signUps(3, '09 00:00')
            await product.project(busy, '09 01:00')
            const second = await product.project(busy, '09 02:00')
            const third = await product.project(busy, '10 00:00')
            const only = await product.project(plain, '09 00:30')
            await product.happen(third, 'invited', '10 12:00')
            await product.happen(second, 'published', '10 06:00')
            await product.happen(third, 'published', '13 04:00')
            await product.happen(only, 'published', '09 10:00')

            await product.refresh('15 02:00')

            expect(await product.week('09')).toEqual({
              signups: 3,
              created: 2,
              invited: 1,
              activated: 2,
              hours: 20,
            })
          })
        },
      },

      'built-before-it-closes': {
        symptom: { signups: 4, activated: 1 },
        async run(variant) {
          await variant(async (product) => {
            const [quick, slow] = await product.signUps(2, '11 12:00')
            const [last, late] = await product.signUps(2, '15 22:00')
            const publish = async (user: number | undefined, at: string) =>
              product.happen(await product.project(user, at), 'published', at)
            await publish(quick, '11 15:00')
            await product.refreshNightly('10', '17')
            await publish(slow, '17 10:00')
            await product.refreshNightly('18', '22')
            await publish(last, '22 21:00')
            await publish(late, '22 22:30')
            await product.refreshNightly('23', '28')

            const { signups, activated } = await product.week('09')
            expect({ signups, activated }).toEqual({ signups: 4, activated: 3 })
          })
        },
      },

      'emptied-then-filled': {
        symptom: {},
        async run(variant) {
          await variant(async (product) => {
            const [searched, subscribed] = await product.signUps(3, '10 09:00')
            await product.touch(searched, 'search', '10 08:00')
            await product.touch(subscribed, 'newsletter', '10 08:00')
            await product.refresh('14 02:00')
            const before = await product.signupsByChannel('09')
            expect(before).toEqual({ direct: 1, newsletter: 1, search: 1 })

            await product.erase(subscribed)
            await product.breakInserts()
            await expect(product.refresh('15 02:00')).rejects.toThrow('out of disk')
            expect(await product.signupsByChannel('09')).toEqual(before)

            await product.mendInserts()
            for (const night of ['15 02:00', '15 02:10']) {
              await product.refresh(night)
              expect(await product.signupsByChannel('09')).toEqual({ direct: 1, search: 1 })
            }
          })
        },
      },
    },

    traps: {
      'steps-in-any-order': {
        symptom: { created: 2, invited: 1, activated: 0 },
        async run(variant) {
          await variant(async (product) => {
            const [solo, cautious] = await product.signUps(2, '09 08:00')
            await product.happen(await product.project(solo, '09 09:00'), 'published', '09 10:00')
            const project = await product.project(cautious, '09 09:00')
            await product.happen(project, 'published', '10 10:00')
            await product.happen(project, 'invited', '11 10:00')

            await product.refresh('15 02:00')

            const { created, invited, activated } = await product.week('09')
            expect({ created, invited, activated }).toEqual({ created: 2, invited: 1, activated: 2 })
          })
        },
      },

      'invited-people-left-out': {
        symptom: { direct: 1, email: 1 },
        async run(variant) {
          await variant(async (product) => {
            await product.signUps(1, '09 08:00')
            const [teammate] = await product.signUps(1, '09 12:00', { byInvitation: true })
            await product.touch(teammate, 'email', '09 11:55')

            await product.refresh('15 02:00')

            expect(await product.signupsByChannel('09')).toEqual({ direct: 1 })
          })
        },
      },
    },
  },
  runInDatabase,
)

/** The procedure may commit, so there is no transaction to roll back: the schema is made anew instead. */
async function runInDatabase(code: string): Promise<Variant> {
  return async (use) => {
    await database.exec('drop schema public cascade; create schema public')
    await database.exec(code)
    await use(createProduct())
  }
}

type Product = ReturnType<typeof createProduct>

/** A product and its nights. Times are `day hour:minute` of March 2026 in UTC; the 9th is a Monday. */
function createProduct() {
  let ids = 0
  const newId = () => (ids += 1)

  async function refresh(at: string) {
    await database.exec(`call refresh_activation('${time(at)}')`)
  }

  return {
    async signUps(count: number, at: string, { byInvitation = false } = {}): Promise<number[]> {
      const users = Array.from({ length: count }, newId)
      for (const user of users) {
        await database.query('insert into users (id, signed_up_at, by_invitation) values ($1, $2, $3)', [
          user,
          time(at),
          byInvitation,
        ])
      }
      return users
    },
    async touch(user: number | undefined, channel: string, at: string) {
      await database.query('insert into touches values ($1, $2, $3)', [user, channel, time(at)])
    },
    async project(user: number | undefined, at: string): Promise<number> {
      const project = newId()
      await database.query('insert into projects values ($1, $2, $3)', [project, user, time(at)])
      return project
    },
    async happen(project: number, name: 'invited' | 'published', at: string) {
      await database.query('insert into project_events values ($1, $2, $3)', [project, name, time(at)])
    },
    async erase(user: number | undefined) {
      await database.query('delete from users where id = $1', [user])
    },
    async breakInserts() {
      await database.exec(`
        create function run_out() returns trigger language plpgsql as $$
        begin
          raise exception 'out of disk';
        end
        $$;
        create trigger run_out before insert on activation_weeks execute function run_out()`)
    },
    async mendInserts() {
      await database.exec('drop trigger run_out on activation_weeks')
    },
    refresh,
    /** What the scheduler does: one call at two o'clock every night, the first and last day included. */
    async refreshNightly(fromDay: string, toDay: string) {
      for (let day = Number(fromDay); day <= Number(toDay); day += 1) await refresh(`${day} 02:00`)
    },
    /** The figures of a week over all channels; for the median there must be a single one. */
    async week(monday: string): Promise<Week> {
      const { rows } = await database.query<Week>(
        `select sum(signups)::int as signups, sum(created)::int as created, sum(invited)::int as invited,
           sum(activated)::int as activated, max(median_hours)::float as hours
         from activation_weeks where week = $1`,
        [`2026-03-${monday}`],
      )
      const [row] = rows
      if (!row) throw new Error('an aggregate gave no row')
      return row
    },
    async signupsByChannel(monday: string): Promise<Record<string, number>> {
      const { rows } = await database.query<{ channel: string; signups: number }>(
        'select channel, signups::int as signups from activation_weeks where week = $1 order by channel',
        [`2026-03-${monday}`],
      )
      return Object.fromEntries(rows.map(({ channel, signups }) => [channel, signups]))
    },
  }
}

function time(at: string): string {
  const [day, clock] = at.split(' ')
  return `2026-03-${day}T${clock}:00Z`
}
