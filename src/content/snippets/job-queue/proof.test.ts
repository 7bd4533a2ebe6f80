import { afterAll, expect } from 'vitest'
import { startPostgres, type Session } from '../postgres-kit.ts'
import { prove } from '../proof-kit.ts'

/** Runs `use` in a schema of its own in which the code has been run. */
type Variant = (use: (world: World) => Promise<void>) => Promise<void>

interface Job {
  id: string
  lease: string
  kind: string
}

const server = await startPostgres()
afterAll(() => server.stop())
const [main, shop, scheduler] = await Promise.all([server.connect(), server.connect(), server.connect()])

prove<Variant>(
  new URL('.', import.meta.url),
  {
    issues: {
      'crash-never-counts': {
        symptom: 12,
        async run(variant) {
          await variant(async (world) => {
            await world.enqueue('poison')
            await world.enqueue('healthy')
            let poisonRuns = 0
            for (let round = 0; round < 60 && poisonRuns < 12; round += 1) {
              const job = await world.claim()
              if (job?.kind === 'healthy') await world.complete(job)
              if (job?.kind === 'poison') poisonRuns += 1
              await world.pass(job ? '2 minutes' : '2 hours')
              await world.reap()
            }
            expect(poisonRuns).toBeLessThanOrEqual(10)
            expect(await world.states()).toEqual({ poison: ['dead'], healthy: ['done'] })
          })

          await variant(async (world) => {
            await world.enqueue('interrupted')
            for (let deploys = 0; deploys < 2; deploys += 1) {
              await world.claim()
              await world.pass('2 hours')
              await world.reap()
            }
            const interrupted = await world.claim()
            if (interrupted) await world.complete(interrupted)
            expect(await world.states()).toEqual({ interrupted: ['done'] })

            await world.enqueue('failing')
            let failures = 0
            for (let job = await world.claim(); job; job = await world.claim()) {
              await world.fail(job)
              failures += 1
              await world.pass('2 hours')
              await world.reap()
            }
            expect({ failures, ...(await world.states()) }).toEqual({
              failures: 5,
              interrupted: ['done'],
              failing: ['dead'],
            })
          })
        },
      },

      'reaps-on-old-news': {
        symptom: 2,
        async run(variant) {
          await variant(async (world) => {
            await world.enqueue('invoice')
            const slow = await world.claim()
            await world.pass('5 minutes')
            await world.whileOpen(() => world.complete(slow!), scheduler, world.reap)
            let runs = 1
            for (let job = await world.claim(); job; job = await world.claim()) {
              await world.complete(job)
              runs += 1
            }
            expect(runs).toBe(1)
          })

          await variant(async (world) => {
            await world.enqueue('export')
            const late = await world.claim()
            await world.pass('70 seconds')
            await world.whileOpen(() => world.heartbeat(late!), scheduler, world.reap)
            expect(await world.complete(late!)).toBe(true)

            await world.enqueue('abandoned')
            await world.claim()
            await world.pass('5 minutes')
            await world.reap(scheduler)
            expect((await world.claim())?.kind).toBe('abandoned')
          })
        },
      },

      'change-joins-running-job': {
        symptom: { sold: 1200, shownInSearch: 1000 },
        async run(variant) {
          await variant(async (world) => {
            await world.setPrice(800)
            await world.setPrice(900)
            await world.setPrice(1000)
            const job = await world.claim()
            const price = await world.price()
            expect(await world.claim()).toBe(null)

            await world.setPrice(1100)
            await world.setPrice(1200)
            await world.index(price)
            await world.complete(job!)
            const runs = await world.indexAll()
            expect(await world.prices()).toEqual({ sold: 1200, shownInSearch: 1200 })
            expect(runs).toBe(1)
          })

          await variant(async (world) => {
            await world.setPrice(1000)
            const failing = await world.claim()
            const dying = await world.setPrice(1100).then(() => world.claim())
            await world.setPrice(1200)
            expect(await world.fail(failing!).catch((error: Error) => error.message)).toBe(true)
            await world.pass('2 hours')
            if (dying) expect(await world.reap().catch((error: Error) => error.message)).toBe(1)
            await world.indexAll()
            expect(await world.prices()).toEqual({ sold: 1200, shownInSearch: 1200 })
          })
        },
      },

      'lease-piles-up': {
        symptom: 'still leased',
        async run(variant) {
          await variant(async (world) => {
            await world.enqueue('export')
            const long = await world.claim()
            await world.beat(long!, { every: '20 seconds', times: 180 })
            await world.pass('5 minutes')
            await world.reap()
            expect((await world.claim())?.kind ?? 'still leased').toBe('export')
          })

          await variant(async (world) => {
            await world.enqueue('export')
            const busy = await world.claim()
            expect(await world.beat(busy!, { every: '45 seconds', times: 160 })).toBe(160)
            await world.pass('5 minutes')
            await world.heartbeat(busy!)
            await world.reap()
            expect(await world.complete(busy!)).toBe(true)
          })
        },
      },
    },

    traps: {
      'late-completion-counts': {
        symptom: { answer: false, runs: 2 },
        async run(variant) {
          await variant(async (world) => {
            await world.enqueue('invoice')
            const late = await world.claim()
            await world.pass('70 seconds')
            const answer = await world.complete(late!)
            let runs = 1
            await world.reap()
            for (let job = await world.claim(); job; job = await world.claim()) {
              await world.complete(job)
              runs += 1
            }
            expect({ answer, runs }).toEqual({ answer: true, runs: 1 })

            await world.enqueue('invoice')
            const lost = await world.claim()
            await world.pass('70 seconds')
            await world.reap()
            const next = await world.claim()
            expect(await world.complete(lost!)).toBe(false)
            expect(await world.complete(next!)).toBe(true)
          })
        },
      },

      'update-that-changes-nothing': {
        symptom: { sold: 1200, shownInSearch: 1000 },
        async run(variant) {
          await variant(async (world) => {
            await world.setPrice(1000)
            await world.whileOpen(() => world.setPrice(1200), main, world.indexAll)
            await world.indexAll()
            expect(await world.prices()).toEqual({ sold: 1200, shownInSearch: 1200 })
          })
        },
      },
    },
  },
  loadSchema,
)

let schemas = 0

async function loadSchema(code: string): Promise<Variant> {
  return async (use) => {
    const schema = `variant_${(schemas += 1)}`
    await main.unsafe(`create schema ${schema}; set search_path to ${schema}; ${code}
      create table products (id int primary key, price int not null);
      create table search (id int primary key, price int not null);
      insert into products values (7, 0);
      insert into search values (7, 0);`)
    for (const session of [shop, scheduler]) await session.unsafe(`set search_path to ${schema}`)
    await use(createWorld())
  }
}

type World = ReturnType<typeof createWorld>

/** Claims come in on `main`, what `whileOpen` may hold open on `shop`, what the scheduler calls on its own. */
function createWorld() {
  const isTrue = (rows: readonly unknown[]) => rows.length > 0
  const price = async (session: Session) => {
    const [row] = await session<{ price: number }[]>`select price from products where id = 7`
    return row!.price
  }
  const world = {
    async enqueue(kind: string) {
      await shop`select enqueue_job('default', ${kind}, '{}')`
    },
    async claim(session = main): Promise<Job | null> {
      const [job] = await session<Job[]>`select id, lease, kind from claim_job('default', 'w1')`
      return job ?? null
    },
    async heartbeat(job: Job, session = shop) {
      return isTrue(await session`select from heartbeat_job(${job.id}, ${job.lease})`)
    },
    async complete(job: Job, session = shop) {
      return isTrue(await session`select from complete_job(${job.id}, ${job.lease})`)
    },
    async fail(job: Job) {
      return isTrue(await main`select from fail_job(${job.id}, ${job.lease}, 'no route to host')`)
    },
    async reap(session = main) {
      return (await session`select from reap_jobs()`).length
    },

    /** Moves every stored time back, which is the same as the clock going on. */
    async pass(time: string) {
      await main`update jobs set
        run_at = run_at - ${time}::interval, leased_until = leased_until - ${time}::interval,
        claimed_at = claimed_at - ${time}::interval, done_at = done_at - ${time}::interval`
    },
    /** Heartbeats of a worker that is alive, with the reaper after each. How many found the job still theirs. */
    async beat(job: Job, { every, times }: { every: string; times: number }): Promise<number> {
      await main.unsafe(`create function beat(job_id bigint, own_lease uuid, every interval, times int)
        returns int language plpgsql as $$
        declare
          kept int := 0;
        begin
          for i in 1..times loop
            update jobs set leased_until = leased_until - every, claimed_at = claimed_at - every;
            perform reap_jobs();
            if exists (select from heartbeat_job(job_id, own_lease)) then kept := kept + 1; end if;
          end loop;
          return kept;
        end
        $$`)
      const [row] = await main`select beat(${job.id}, ${job.lease}, ${every}::interval, ${times}) as kept`
      return row!.kept as number
    },
    /** Runs `first` in a transaction of the shop's connection, open until `meanwhile` is done or waits for it. */
    async whileOpen(
      first: () => Promise<unknown>,
      session: Session,
      meanwhile: (session: Session) => Promise<unknown>,
    ) {
      await shop.unsafe('begin')
      await first()
      const overlapping = meanwhile(session)
      await server.settle(session, overlapping)
      await shop.unsafe('commit')
      await overlapping
    },

    async setPrice(cents: number) {
      await shop`with changed as (update products set price = ${cents} where id = 7 returning id)
        select enqueue_job('default', 'index-product', '{"product": 7}', 'product-7') from changed`
    },
    price: () => price(main),
    async index(cents: number) {
      await main`update search set price = ${cents} where id = 7`
    },
    async indexAll(session = main): Promise<number> {
      let runs = 0
      for (let job = await world.claim(session); job; job = await world.claim(session)) {
        await world.index(await price(session))
        await world.complete(job, session)
        runs += 1
      }
      return runs
    },
    async prices() {
      const [row] = await main<{ sold: number; shownInSearch: number }[]>`
        select p.price as sold, s.price as "shownInSearch" from products p join search s using (id)`
      return row
    },
    async states() {
      const rows = await main<{ kind: string; states: string[] }[]>`
        select kind, array_agg(state order by id) as states from jobs group by kind`
      return Object.fromEntries(rows.map(({ kind, states }) => [kind, states]))
    },
  }
  return world
}
