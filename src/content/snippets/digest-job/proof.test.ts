import { expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'

interface User {
  id: string
  email: string
  timeZone: string
  nextRunAt: number
  coveredUntil: number
}

interface Mail {
  key: string
  to: string
  text: string
}

interface Variant {
  sendDigests(services: object): Promise<void>
}

const HOUR_MS = 3_600_000
const WEEK_MS = 168 * HOUR_MS
const ROOM = 40
/** 08:00 in Berlin. */
const MONDAY = Date.UTC(2025, 5, 9, 6)

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'moved-before-sent': {
      symptom: {
        mailerDown: [0, 1],
        readFails: [0, 1],
        answerLost: [1, 1],
        writeFails: [1, 1],
        killed: [0, 1],
      },
      async run(variant, other) {
        const told = async (fault: (world: World) => Promise<void>) => {
          const world = createWorld(variant)
          world.join('ana')
          world.happens('first', MONDAY - 100 * HOUR_MS)
          world.happens('second', MONDAY + 50 * HOUR_MS)
          world.clock.ms = MONDAY
          await fault(world)
          Object.assign(world.faults, { send: false, activity: false, advance: false })
          await world.live(MONDAY + WEEK_MS + 20 * HOUR_MS, { process: other })
          return [world.told('first'), world.told('second')]
        }
        const down = (part: 'send' | 'activity' | 'advance', hours: number) => (world: World) => {
          world.faults[part] = true
          return world.live(MONDAY + hours * HOUR_MS)
        }

        expect({
          mailerDown: await told(down('send', 3)),
          readFails: await told(down('activity', 1)),
          answerLost: await told(async (world) => {
            world.faults.answer = true
            await world.tick()
            world.faults.answer = false
          }),
          writeFails: await told(down('advance', 2)),
          killed: await told(async (world) => {
            world.faults.hang = true
            void world.tick()
            await new Promise((done) => setImmediate(done))
            world.faults.hang = false
          }),
        }).toEqual({
          mailerDown: [1, 1],
          readFails: [1, 1],
          answerLost: [1, 1],
          writeFails: [1, 1],
          killed: [1, 1],
        })
      },
    },

    'all-at-once': {
      symptom: { sent: ROOM, sentWhenSlow: ROOM, inTime: true },
      async run(variant) {
        const burst = async (sendMs: number) => {
          vi.useFakeTimers()
          try {
            const world = createWorld(variant, sendMs)
            for (let n = 0; n < 400; n += 1) world.join(`user_${n}`)
            world.happens('news', MONDAY - 50 * HOUR_MS)
            world.clock.ms = MONDAY
            const startedAt = Date.now()
            const run = world.tick()
            await vi.runAllTimersAsync()
            await run
            return { sent: world.mails.length, ms: Date.now() - startedAt }
          } finally {
            vi.useRealTimers()
          }
        }
        const usual = await burst(300)
        const slow = await burst(2_000)

        expect({ sent: usual.sent, sentWhenSlow: slow.sent, inTime: usual.ms < 60_000 }).toEqual({
          sent: 400,
          sentWhenSlow: 400,
          inTime: true,
        })
      },
    },

    'week-from-now': {
      symptom: {
        ana: ['Mon 08', 'Mon 08', 'Mon 11', 'Mon 11', 'Mon 11', 'Mon 12', 'Mon 12'],
        joe: ['Mon 08', 'Mon 08', 'Mon 09', 'Mon 09', 'Mon 09', 'Mon 09', 'Mon 09'],
      },
      async run(variant) {
        const world = createWorld(variant)
        const start = Date.UTC(2025, 1, 24, 7)
        world.join('ana', 'Europe/Berlin', start)
        world.join('joe', 'America/New_York', start + 6 * HOUR_MS)
        for (let day = -6; day < 50; day += 1) world.happens(`day ${day}`, start + (day * 24 + 5) * HOUR_MS)
        world.clock.ms = start
        const late = Date.UTC(2025, 2, 10, 7)
        await world.live(late)
        world.clock.ms = late + 3 * HOUR_MS
        await world.live(Date.UTC(2025, 3, 8))

        expect({ ana: world.mailTimes('ana'), joe: world.mailTimes('joe') }).toEqual({
          ana: ['Mon 08', 'Mon 08', 'Mon 11', 'Mon 08', 'Mon 08', 'Mon 08', 'Mon 08'],
          joe: Array.from({ length: 7 }, () => 'Mon 08'),
        })
      },
    },

    'window-of-one-week': {
      symptom: 0,
      async run(variant) {
        const skipped = createWorld(variant)
        skipped.join('ana')
        skipped.happens('before', MONDAY - 50 * HOUR_MS)
        skipped.happens('missed', MONDAY + 60 * HOUR_MS)
        skipped.happens('that monday', MONDAY + WEEK_MS + 9 * HOUR_MS)
        skipped.happens('after', MONDAY + WEEK_MS + 60 * HOUR_MS)
        skipped.clock.ms = MONDAY
        await skipped.live(MONDAY + WEEK_MS)
        skipped.clock.ms = MONDAY + WEEK_MS + 38 * HOUR_MS
        await skipped.live(MONDAY + 4 * WEEK_MS)

        expect(skipped.told('missed')).toBe(1)
        expect(['before', 'that monday', 'after'].map(skipped.told)).toEqual([1, 1, 1])

        const late = createWorld(variant)
        late.join('ana')
        late.happens('while late', MONDAY + HOUR_MS)
        late.happens('later', MONDAY + 9 * HOUR_MS)
        late.clock.ms = MONDAY + 5 * HOUR_MS
        await late.live(MONDAY + 3 * WEEK_MS)

        expect(['while late', 'later'].map(late.told)).toEqual([1, 1])
      },
    },
  },

  traps: {
    'run-time-in-key': {
      symptom: 1,
      async run(variant) {
        const world = createWorld(variant)
        world.join('ana')
        world.happens('first', MONDAY - 50 * HOUR_MS)
        world.happens('second', MONDAY + 50 * HOUR_MS)
        world.clock.ms = MONDAY
        await world.live(MONDAY + WEEK_MS + HOUR_MS)

        expect(world.mails.length).toBe(2)
      },
    },

    'ends-when-planned': {
      symptom: 0,
      async run(variant) {
        const world = createWorld(variant)
        world.join('ana')
        world.happens('news', MONDAY + HOUR_MS)
        world.clock.ms = MONDAY
        await world.live(MONDAY + WEEK_MS)
        world.clock.ms = MONDAY + WEEK_MS + 3 * HOUR_MS
        await world.live(MONDAY + WEEK_MS + 5 * HOUR_MS)

        expect(world.told('news')).toBe(1)
      },
    },
  },
})

type World = ReturnType<typeof createWorld>

/** The stores and the mailer around the job, each keeping the promises in code.js. */
function createWorld(variant: Variant, sendMs = 0) {
  const clock = { ms: 0 }
  const rows: User[] = []
  const events: { title: string; at: number }[] = []
  const mails: (Mail & { at: number })[] = []
  const faults = { send: false, activity: false, advance: false, answer: false, hang: false }
  let underWay = 0

  const services = {
    async *due(now: number) {
      const due = rows.filter((row) => row.nextRunAt <= now).sort((a, b) => a.nextRunAt - b.nextRunAt)
      for (const row of due) yield { ...row }
    },
    async advance(user: User, change: { nextRunAt: number; coveredUntil?: number }) {
      if (faults.advance) throw new Error('connection reset')
      const row = rows.find((one) => one.id === user.id)!
      const isOurs = row.nextRunAt === user.nextRunAt
      Object.assign(row, { ...change, nextRunAt: isOurs ? change.nextRunAt : row.nextRunAt })
    },
    nextMonday,
    async activity(_userId: string, from: number, to: number) {
      if (faults.activity) throw new Error('too many connections')
      const found = events.filter(({ at }) => from <= at && at < to)
      return found.map(({ title }) => ({ project: title, title }))
    },
    async send(mail: Mail) {
      if (faults.send) throw new Error('unavailable')
      if (faults.hang) return new Promise(() => {})
      if (underWay >= ROOM) throw new Error('no room')
      underWay += 1
      if (sendMs) await new Promise((done) => setTimeout(done, sendMs))
      underWay -= 1
      if (!mails.some(({ key }) => key === mail.key)) mails.push({ ...mail, at: clock.ms })
      if (faults.answer) throw new Error('no answer')
      return 'queued'
    },
    now: () => clock.ms,
    log: () => {},
  }

  const tick = (process = variant) => process.sendDigests(services).catch(() => {})

  return {
    clock,
    faults,
    mails,
    join(id: string, timeZone = 'Europe/Berlin', nextRunAt = MONDAY) {
      const coveredUntil = nextRunAt - WEEK_MS
      rows.push({ id, email: `${id}@example.com`, timeZone, nextRunAt, coveredUntil })
    },
    happens(title: string, at: number) {
      events.push({ title, at })
    },
    /** The scheduler notes a run that throws, and starts the next one as usual. */
    tick,
    /** Runs the job at each full hour before `end`. */
    async live(end: number, { process = variant } = {}) {
      for (; clock.ms < end; clock.ms += HOUR_MS) await tick(process)
    },
    /** How many mails tell of it. */
    told: (title: string) => mails.filter(({ text }) => text.split('\n').includes(`  ${title}`)).length,
    mailTimes: (id: string) => {
      const { email, timeZone } = rows.find((row) => row.id === id)!
      return mails.filter(({ to }) => to === email).map(({ at }) => hourIn(timeZone, at))
    },
  }
}

const hours = new Map<string, string>()
const formats = new Map<string, Intl.DateTimeFormat>()
const mondays = new Map<string, number>()

/** Such as "Mon 08". */
function hourIn(timeZone: string, at: number): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', hourCycle: 'h23', timeZone })
  formats.set(timeZone, format)
  const key = `${timeZone}/${at}`
  const hour = hours.get(key) ?? format.format(at).replace(',', '')
  hours.set(key, hour)
  return hour
}

function nextMonday(timeZone: string, after: number): number {
  let at = Math.floor(after / HOUR_MS + 1) * HOUR_MS
  const key = `${timeZone}/${at}`
  const known = mondays.get(key)
  if (known) return known
  while (hourIn(timeZone, at) !== 'Mon 08') at += HOUR_MS
  mondays.set(key, at)
  return at
}
