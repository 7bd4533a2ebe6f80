import { afterAll, expect } from 'vitest'
import { startPostgres, type Session } from '../postgres-kit.ts'
import { prove } from '../proof-kit.ts'

/** Runs `use` in an empty schema in which the code has been run, and forgets it all afterwards. */
type Variant = (use: (shop: Shop) => Promise<void>) => Promise<void>

type Reply = boolean | 'too little' | 'deadlock'

const LAMP = 'lamp'

const server = await startPostgres()
const [one, two, staff] = await Promise.all([server.connect(), server.connect(), server.connect()])
const sessions = [one, two, staff]
await Promise.all(sessions.map((session) => session`set deadlock_timeout = '10ms'`))
afterAll(() => server.stop())

prove<Variant>(
  new URL('.', import.meta.url),
  {
    issues: {
      'last-unit-twice': {
        symptom: 2,
        async run(variant) {
          for (const others of [0, 1]) {
            await variant(async (shop) => {
              await shop.receive(LAMP, others + 1)
              if (others) await shop.reserve(one, 'cart 0', [[LAMP, 1]])

              await begin(one)
              const first = await shop.reserve(one, 'cart 1', [[LAMP, 1]])
              await begin(two)
              const call = shop.reserve(two, 'cart 2', [[LAMP, 1]])
              await server.settle(two, call)
              await commit(one)
              const second = await call
              await commit(two)

              expect([first, second].filter((reply) => reply === true).length).toBe(1)
              expect(await shop.held(LAMP)).toBe(others + 1)
            })
          }

          await variant(async (shop) => {
            await shop.receive(LAMP, 2)
            await shop.reserve(one, 'cart 0', [[LAMP, 1]])
            await shop.reserve(one, 'cart 1', [[LAMP, 1]])

            await begin(one)
            await shop.confirm(one, 'cart 1')
            await one`lock table reservation_lines in access exclusive mode`
            const call = shop.reserve(two, 'cart 2', [[LAMP, 1]])
            await server.settle(two, call)
            await commit(one)
            await call

            expect(await shop.held(LAMP)).toBe(1)
          })
        },
      },

      'nothing-held-yet': {
        symptom: 5,
        async run(variant) {
          await variant(async (shop) => {
            await shop.receive(LAMP, 3)

            await shop.reserve(one, 'cart 1', [[LAMP, 5]])
            expect(await shop.held(LAMP)).toBe(0)

            expect(await shop.reserve(one, 'cart 2', [[LAMP, 3]])).toBe(true)
            expect(await shop.reserve(one, 'cart 3', [[LAMP, 1]])).toBe('too little')
            expect(await shop.held(LAMP)).toBe(3)
          })
        },
      },

      'sale-overwritten': {
        symptom: { paid: true, state: 'released' },
        async run(variant) {
          for (const due of ['long before the payment', 'during the payment'] as const) {
            await variant(async (shop) => {
              await shop.receive(LAMP, 5)
              await shop.reserve(one, 'paying', [[LAMP, 1]])
              await shop.reserve(one, 'gone', [[LAMP, 1]])
              await shop.expire('gone')
              if (due === 'long before the payment') await shop.expire('paying')

              await begin(one)
              await one`select now()`
              if (due === 'during the payment') await shop.expire('paying', '0 seconds')
              const paid = await shop.confirm(one, 'paying')
              const sweep = shop.release(two)
              await server.settle(two, sweep)
              await commit(one)
              await sweep

              if (paid) expect({ paid, state: await shop.state('paying') }).toEqual({ paid, state: 'sold' })
              expect(await shop.state('gone')).toBe('released')
              expect(await shop.reserve(one, 'next', [[LAMP, 4]])).toBe(true)
            })
          }
        },
      },

      'carts-lock-each-other': {
        symptom: 1,
        async run(variant) {
          await variant(async (shop) => {
            for (const sku of ['a', 'b', 'y', 'z']) await shop.receive(sku, 10)
            await shop.reserve(one, 'cart 1', [['a', 1], ['y', 1], ['b', 2]])
            await shop.reserve(two, 'cart 2', [['b', 3], ['z', 1], ['a', 4]])

            await begin(staff)
            await staff`select from stock where sku in ('y', 'z') for update`
            const calls = [shop.confirm(one, 'cart 1'), shop.confirm(two, 'cart 2')]
            await server.settle(one, calls[0]!)
            await server.settle(two, calls[1]!)
            await commit(staff)

            const replies = await Promise.all(calls)
            expect(replies.filter((reply) => reply === true).length).toBe(2)
            const left = ['a', 'b', 'y', 'z'].map((sku) => shop.onHand(sku))
            expect(await Promise.all(left)).toEqual([5, 5, 9, 9])
          })
        },
      },
    },

    traps: {
      'late-payment-accepted': {
        symptom: { other: 'too little', paid: false },
        async run(variant) {
          await variant(async (shop) => {
            await shop.receive(LAMP, 1)
            await shop.reserve(one, 'late', [[LAMP, 1]])
            await shop.expire('late')

            const other = await shop.reserve(two, 'other', [[LAMP, 1]])
            const paid = await shop.confirm(one, 'late')

            expect({ other, paid }).toEqual({ other: 'too little', paid: true })
            expect(await shop.onHand(LAMP)).toBe(0)
          })
        },
      },

      'raises-when-short': {
        symptom: 3,
        async run(variant) {
          await variant(async (shop) => {
            await shop.receive(LAMP, 3)
            await shop.receive('rug', 1)
            await shop.reserve(one, 'cart 1', [['rug', 1]])

            expect(await shop.reserve(two, 'cart 2', [['rug', 1], [LAMP, 3]])).not.toBe(true)

            expect(await shop.held(LAMP)).toBe(0)
          })
        },
      },
    },
  },
  runInSchema,
)

async function runInSchema(code: string): Promise<Variant> {
  return async (use) => {
    await staff`create schema shop`
    await everySession('set search_path = shop')
    await staff.unsafe(code)
    try {
      await use(createShop())
    } finally {
      await everySession('rollback')
      await staff`drop schema shop cascade`
    }
  }
}

/** All at once: a session that is blocked goes on only when another rolls back. */
async function everySession(statements: string) {
  await Promise.all(sessions.map((session) => session.unsafe(statements)))
}

async function begin(session: Session) {
  await session.unsafe('begin')
}

async function commit(session: Session) {
  await session.unsafe('commit')
}

type Shop = ReturnType<typeof createShop>

/** The tables of the code as the API, the scheduler and the warehouse use them. Carts go by a name. */
function createShop() {
  const carts = new Map<string, string>()
  const idOf = (cart: string) => {
    const known = carts.get(cart) ?? `00000000-0000-4000-8000-${String(carts.size).padStart(12, '0')}`
    carts.set(cart, known)
    return known
  }

  async function call(session: Session, expression: string, parameters: string[]): Promise<Reply> {
    try {
      const [row] = await session.unsafe(`select ${expression} as reply`, parameters)
      return row!.reply as boolean
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === 'P0001' || code === '23514') return 'too little'
      if (code === '40P01') return 'deadlock'
      throw error
    }
  }

  return {
    async receive(sku: string, units: number) {
      await staff`insert into stock (sku, on_hand) values (${sku}, ${units})`
    },
    reserve(session: Session, cart: string, lines: [sku: string, quantity: number][]) {
      const json = JSON.stringify(lines.map(([sku, quantity], i) => ({ line_no: i + 1, sku, quantity })))
      return call(session, 'reserve_cart($1, $2::text::jsonb)', [idOf(cart), json])
    },
    confirm(session: Session, cart: string) {
      return call(session, 'confirm_cart($1)', [idOf(cart)])
    },
    async release(session: Session) {
      await session.unsafe('select release_expired()')
    },
    /** Moves the end of a cart's hold into the past. */
    async expire(cart: string, ago = '1 hour') {
      await staff.unsafe(
        'update reservations set expires_at = clock_timestamp() - $2::interval where cart_id = $1',
        [idOf(cart), ago],
      )
    },
    async state(cart: string) {
      const [row] = await staff`select state from reservations where cart_id = ${idOf(cart)}`
      return row?.state as string | undefined
    },
    /** Units of carts that hold stock and are not sold. */
    async held(sku: string) {
      const [row] = await staff`
        select coalesce(sum(l.quantity), 0)::int as units
        from reservation_lines l join reservations r using (cart_id)
        where l.sku = ${sku} and r.state = 'held'`
      return row!.units as number
    },
    async onHand(sku: string) {
      const [row] = await staff`select on_hand from stock where sku = ${sku}`
      return row!.on_hand as number
    },
  }
}
