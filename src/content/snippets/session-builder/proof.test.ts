import { PGlite, type Transaction } from '@electric-sql/pglite'
import { afterAll, expect } from 'vitest'
import { prove } from '../proof-kit.ts'

/** Runs `use` in an empty database in which the code has been run, and forgets it all afterwards. */
type Variant = (use: (shop: Shop) => Promise<void>) => Promise<void>

interface EventFields {
  campaign?: string
  cents?: number
  botScore?: number | null
  /** When its batch began, and when that was committed. */
  received?: string
  committed?: string
}

const database = await PGlite.create()
afterAll(() => database.close())

prove<Variant>(
  new URL('.', import.meta.url),
  {
    issues: {
      'visit-cut-at-lookback': {
        symptom: {
          buyer: ['03 10:02 to 03 10:42, 5 events, 5000 cents', '03 10:32 to 03 11:22, 4 events, 5000 cents'],
          screen: [
            '02 00:05 to 03 09:45, 102 events, 0 cents',
            '03 09:45 to 03 10:45, 4 events, 0 cents',
            '03 10:45 to 03 11:45, 4 events, 0 cents',
          ],
          bridged: ['03 08:00 to 03 08:20, 3 events, 0 cents', '03 08:10 to 03 09:10, 5 events, 0 cents'],
          twice: ['03 10:00 to 03 10:10, 2 events, 0 cents', '03 10:41 to 03 11:11, 2 events, 0 cents'],
        },
        async run(variant) {
          await variant(async (shop) => {
            for (const at of ['10:02', '10:12', '10:22', '10:32']) shop.event('buyer', `03 ${at}`)
            shop.event('buyer', '03 10:42', { cents: 5_000 })
            for (const at of ['11:02', '11:22']) shop.event('buyer', `03 ${at}`)
            for (let hour = 0; hour < 36; hour += 1) {
              for (const minute of ['05', '25', '45']) {
                const day = hour < 24 ? '02' : '03'
                shop.event('screen', `${day} ${String(hour % 24).padStart(2, '0')}:${minute}`)
              }
            }
            for (const at of ['08:00', '08:10', '08:20', '08:55', '09:10']) shop.event('bridged', `03 ${at}`)
            shop.event('bridged', '03 08:40', { received: '03 10:35' })
            for (const at of ['10:00', '10:10', '10:41', '11:11']) shop.event('twice', `03 ${at}`)

            for (const at of ['10:00', '11:00', '12:00', '13:00']) await shop.build(`03 ${at}`)

            expect({
              buyer: await shop.visits('buyer'),
              screen: await shop.visits('screen'),
              bridged: await shop.visits('bridged'),
              twice: await shop.visits('twice'),
            }).toEqual({
              buyer: ['03 10:02 to 03 11:22, 7 events, 5000 cents'],
              screen: ['02 00:05 to 03 11:45, 108 events, 0 cents'],
              bridged: ['03 08:00 to 03 09:10, 6 events, 0 cents'],
              twice: ['03 10:00 to 03 10:10, 2 events, 0 cents', '03 10:41 to 03 11:11, 2 events, 0 cents'],
            })
          })
        },
      },

      'late-commit-skipped': {
        symptom: { quick: 1, slow: 0, slower: 0 },
        async run(variant) {
          await variant(async (shop) => {
            shop.event('quick', '03 10:40', { received: '03 10:59' })
            shop.event('slow', '03 10:30', { received: '03 10:58', committed: '03 11:01' })
            shop.event('slower', '03 10:20', { received: '03 10:55:10', committed: '03 11:00:05' })
            for (const at of ['11:00', '12:00', '13:00']) await shop.build(`03 ${at}`)

            const [quick, slow, slower] = [
              await shop.visits('quick'),
              await shop.visits('slow'),
              await shop.visits('slower'),
            ]
            expect({ quick: quick.length, slow: slow.length, slower: slower.length }).toEqual({
              quick: 1,
              slow: 1,
              slower: 1,
            })
          })
        },
      },

      'unjudged-left-out': {
        symptom: { app: [], shop: ['03 10:00 to 03 10:20, 2 events, 0 cents'], bot: [] },
        async run(variant) {
          await variant(async (shop) => {
            for (const at of ['10:00', '10:10', '10:20']) shop.event('app', `03 ${at}`, { botScore: null })
            shop.event('shop', '03 10:00', { botScore: 0 })
            shop.event('shop', '03 10:20', { botScore: 79 })
            for (const at of ['10:00', '10:01']) shop.event('bot', `03 ${at}`, { botScore: 80 })

            await shop.build('03 11:00')

            expect({
              app: await shop.visits('app'),
              shop: await shop.visits('shop'),
              bot: await shop.visits('bot'),
            }).toEqual({
              app: ['03 10:00 to 03 10:20, 3 events, 0 cents'],
              shop: ['03 10:00 to 03 10:20, 2 events, 0 cents'],
              bot: [],
            })
          })
        },
      },

      'last-in-the-alphabet': {
        symptom: { ad: 'newsletter', direct: 'winter', tied: 'winter', none: null },
        async run(variant) {
          await variant(async (shop) => {
            shop.event('ad', '03 10:00', { campaign: 'brand' })
            shop.event('ad', '03 10:05')
            shop.event('ad', '03 10:10', { campaign: 'newsletter' })
            shop.event('ad', '03 10:20', { campaign: 'app-banner', cents: 9_000 })
            shop.event('direct', '03 10:00')
            shop.event('direct', '03 10:10', { campaign: 'spring' })
            shop.event('direct', '03 10:20', { campaign: 'winter' })
            shop.event('direct', '03 10:30', { campaign: 'autumn' })
            shop.event('tied', '03 10:10', { campaign: 'spring' })
            shop.event('tied', '03 10:10', { campaign: 'winter' })
            shop.event('none', '03 10:00')

            await shop.build('03 11:00')

            expect({
              ad: await shop.campaign('ad'),
              direct: await shop.campaign('direct'),
              tied: await shop.campaign('tied'),
              none: await shop.campaign('none'),
            }).toEqual({ ad: 'brand', direct: 'spring', tied: 'spring', none: null })
          })
        },
      },
    },

    traps: {
      'reads-to-the-end': {
        symptom: ['02 20:00 to 02 20:00, 1 events, 0 cents'],
        async run(variant) {
          await variant(async (shop) => {
            for (const at of ['09:00', '09:20', '09:40']) shop.event('phone', `03 ${at}`)
            await shop.build('03 10:00')
            shop.event('phone', '02 20:00', { received: '03 10:30' })
            await shop.build('03 11:00')

            expect(await shop.visits('phone')).toEqual([
              '02 20:00 to 02 20:00, 1 events, 0 cents',
              '03 09:00 to 03 09:40, 3 events, 0 cents',
            ])
          })
        },
      },

      'open-visit-written': {
        symptom: [],
        async run(variant) {
          await variant(async (shop) => {
            for (const at of ['10:35', '10:42']) shop.event('leaver', `03 ${at}`)
            for (const at of ['11:00', '12:00', '13:00']) await shop.build(`03 ${at}`)

            expect(await shop.visits('leaver')).toEqual(['03 10:35 to 03 10:42, 2 events, 0 cents'])
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
      await use(createShop(transaction))
      await transaction.rollback()
    })
}

type Shop = ReturnType<typeof createShop>

/** Times are `day hour:minute` of March 2026 in UTC. Events are inserted once a run comes after their commit. */
function createShop(transaction: Transaction) {
  const visitors: string[] = []
  let seq = 0
  let pending: { committed: string; values: unknown[] }[] = []

  const idOf = (name: string) => {
    if (!visitors.includes(name)) visitors.push(name)
    return `00000000-0000-4000-8000-${String(visitors.indexOf(name)).padStart(12, '0')}`
  }

  return {
    event(visitor: string, at: string, fields: EventFields = {}) {
      const { campaign = null, cents = 0, botScore = 5, received = at, committed = received } = fields
      const values = [idOf(visitor), (seq += 1), '/', campaign, cents, botScore, time(at), time(received)]
      pending.push({ committed: time(committed), values })
    },
    /** What is committed by then is inserted, the latest first, and a run begins. */
    async build(at: string) {
      const due = pending.filter(({ committed }) => committed <= time(at))
      pending = pending.filter((event) => !due.includes(event))
      for (const { values } of due.reverse()) {
        await transaction.query(
          `insert into events
             (visitor_id, seq, page, campaign, order_cents, bot_score, occurred_at, received_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          values,
        )
      }
      await transaction.exec(`call build_visits('${time(at)}')`)
    },
    async visits(visitor: string): Promise<string[]> {
      const { rows } = await transaction.query<{ line: string }>(
        `select to_char(started_at at time zone 'UTC', 'DD HH24:MI') || ' to '
           || to_char(ended_at at time zone 'UTC', 'DD HH24:MI')
           || ', ' || events || ' events, ' || order_cents || ' cents' as line
         from visits where visitor_id = $1 order by started_at`,
        [idOf(visitor)],
      )
      return rows.map(({ line }) => line)
    },
    async campaign(visitor: string): Promise<string | null> {
      const { rows } = await transaction.query<{ campaign: string | null }>(
        'select campaign from visits where visitor_id = $1',
        [idOf(visitor)],
      )
      expect(rows.length).toBe(1)
      return rows[0]!.campaign
    },
  }
}

function time(at: string): string {
  const [day, clock = ''] = at.split(' ')
  return `2026-03-${day}T${clock.length > 5 ? clock : `${clock}:00`}Z`
}
