import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Appointment, Change, Reminder, Services } from './code.ts'

type Variant = typeof import('./code.ts')

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const TUESDAY_NOON = Date.UTC(2025, 0, 14, 12)
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
const offsets = new Map<string, Intl.DateTimeFormat>()
const day = (text: string) => DAY.format(Date.parse(`${text} UTC`))

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'one-ends-the-batch': {
      symptom: { sent: 0, badTemplate: 'waiting', badRecord: 'waiting', lateBy: 'never' },
      async run(variant, other) {
        const world = createWorld(variant)
        const badTemplate = world.book({ template: 'Ask for {doctor} {when}' })
        const badRecord = world.book({ unreadable: true })
        const good = Array.from({ length: 8 }, () => world.book({}))
        world.clock.ms += MINUTE_MS

        await world.runFor(6 * HOUR_MS, [variant, other])

        const sent = good.filter(({ id }) => world.row(id).state === 'sent').length
        const firstText = world.texts.find(({ to }) => to === good[0]?.phone)
        const isSoon = firstText && firstText.at - TUESDAY_NOON <= 5 * MINUTE_MS
        expect({
          sent,
          badTemplate: world.row(badTemplate.id).state,
          badRecord: world.row(badRecord.id).state,
          lateBy: firstText ? (isSoon ? 'minutes' : 'hours') : 'never',
        }).toEqual({ sent: 8, badTemplate: 'failed', badRecord: 'failed', lateBy: 'minutes' })
      },
    },

    'key-moves-on-retry': {
      symptom: { weekAhead: 2, dayAhead: 1, unrecorded: 1, unanswered: 1 },
      async run(variant, other) {
        const world = createWorld(variant)
        const weekAhead = world.book({ startsIn: 7 * DAY_MS })
        world.remindAgain(weekAhead, { dueIn: 6 * DAY_MS })
        world.provider.losesAnswers = 1
        await world.runFor(HOUR_MS, [variant])
        const weekAheadTexts = world.textsTo(weekAhead)
        world.clock.ms = TUESDAY_NOON + 6 * DAY_MS
        world.provider.losesMessages = 1
        await world.runFor(HOUR_MS, [variant, other])

        const unrecorded = world.book({})
        world.rowsAreDown = true
        await world.runFor(15_000, [variant])
        world.rowsAreDown = false
        await world.runFor(HOUR_MS, [variant, other])

        const unanswered = world.book({})
        world.provider.losesMessages = 2
        await world.runFor(HOUR_MS, [variant, other])

        expect({
          weekAhead: weekAheadTexts,
          dayAhead: world.textsTo(weekAhead) - weekAheadTexts,
          unrecorded: world.textsTo(unrecorded),
          unanswered: world.textsTo(unanswered),
        }).toEqual({ weekAhead: 1, dayAhead: 1, unrecorded: 1, unanswered: 1 })
      },
    },

    'offset-of-today': {
      symptom: {
        spring: `${day('31 March 2025')} at 08:30`,
        autumn: `${day('27 October 2025')} at 10:30`,
        nextDay: 'tomorrow at 08:30',
        newYork: `${day('10 March 2025')} at 08:30`,
        ordinary: 'tomorrow at 09:30',
      },
      async run(variant) {
        const textFor = async (sentAt: string, startsAt: string, timeZone = 'Europe/Berlin') => {
          const world = createWorld(variant)
          world.clock.ms = Date.parse(sentAt)
          const reminder = world.book({ startsIn: Date.parse(startsAt) - world.clock.ms, timeZone })
          await world.runFor(15_000, [variant])
          return world.texts.find(({ to }) => to === reminder.phone)?.text
        }

        expect({
          spring: await textFor('2025-03-24T09:30+01:00', '2025-03-31T09:30+02:00'),
          autumn: await textFor('2025-10-20T09:30+02:00', '2025-10-27T09:30+01:00'),
          nextDay: await textFor('2025-03-29T17:00+01:00', '2025-03-30T09:30+02:00'),
          newYork: await textFor('2025-03-03T09:30-05:00', '2025-03-10T09:30-04:00', 'America/New_York'),
          ordinary: await textFor('2025-01-14T23:30+01:00', '2025-01-15T09:30+01:00'),
        }).toEqual({
          spring: `${day('31 March 2025')} at 09:30`,
          autumn: `${day('27 October 2025')} at 09:30`,
          nextDay: 'tomorrow at 09:30',
          newYork: `${day('10 March 2025')} at 09:30`,
          ordinary: 'tomorrow at 09:30',
        })
      },
    },

    'writes-without-lease': {
      symptom: {
        whileSending: 'waiting after 1',
        whileWriting: 'waiting after 1',
        undisturbed: 'waiting after 1',
      },
      async run(variant, other) {
        const stateAfter = async (failing: 'whileSending' | 'whileWriting' | 'undisturbed') => {
          const world = createWorld(variant)
          const { id } = world.book({})
          /** The other worker goes on until it has taken the row over and sent it. */
          const letOtherFinish = async () => {
            for (let n = 0; n < 60 && world.row(id).state !== 'sent'; n += 1) {
              await world.runFor(MINUTE_MS, [other])
            }
          }
          world.provider.beforeFailing = failing === 'whileSending' ? letOtherFinish : async () => {}
          if (failing === 'whileWriting') world.beforeWriting = letOtherFinish
          await world.runOnce(variant)
          const { state, attempts } = world.row(id)
          return `${state} after ${attempts}`
        }

        expect({
          whileSending: await stateAfter('whileSending'),
          whileWriting: await stateAfter('whileWriting'),
          undisturbed: await stateAfter('undisturbed'),
        }).toEqual({
          whileSending: 'sent after 0',
          whileWriting: 'sent after 0',
          undisturbed: 'waiting after 1',
        })
      },
    },
  },

  traps: {
    'hour-from-iso': {
      symptom: ['tomorrow at 10:30', 'tomorrow at 04:30', 'tomorrow at 21:00'],
      async run(variant) {
        const texts: (string | undefined)[] = []
        for (const [timeZone, startsAt] of [
          ['Europe/Berlin', '2025-01-15T09:30+01:00'],
          ['America/New_York', '2025-01-15T09:30-05:00'],
          ['Asia/Kolkata', '2025-01-15T15:30+05:30'],
        ] as const) {
          const world = createWorld(variant)
          const reminder = world.book({ startsIn: Date.parse(startsAt) - TUESDAY_NOON, timeZone })
          await world.runFor(15_000, [variant])
          texts.push(world.texts.find(({ to }) => to === reminder.phone)?.text)
        }

        expect(texts).toEqual(['tomorrow at 09:30', 'tomorrow at 09:30', 'tomorrow at 15:30'])
      },
    },

    'read-per-reminder': {
      symptom: { kept: 1, cancelled: 1 },
      async run(variant) {
        const world = createWorld(variant)
        const kept = world.book({})
        const cancelled = world.book({})
        world.provider.afterAccepting = () => world.cancel(cancelled)

        await world.runFor(HOUR_MS, [variant])

        expect({ kept: world.textsTo(kept), cancelled: world.textsTo(cancelled) }).toEqual({
          kept: 1,
          cancelled: 0,
        })
      },
    },
  },
})

class TimeoutError extends Error {
  override name = 'TimeoutError'
}

interface Booked {
  id: string
  appointmentId: string
  phone: string
}

interface Row extends Omit<Reminder, 'lease'> {
  state: Change['state']
  /** A column that a fix may add. */
  retryAt?: number
  lease?: string | undefined
  leasedUntil: number
}

/** The table, the practices and the provider, each keeping the promises in code.ts. */
function createWorld(variant: Variant) {
  const clock = { ms: TUESDAY_NOON }
  const rows = new Map<string, Row>()
  const appointments = new Map<string, Appointment & { unreadable: boolean }>()
  const answered = new Set<string>()
  const texts: { to: string; text: string; at: number }[] = []
  const never = new AbortController().signal
  let claims = 0

  const provider = {
    /** Accepts this many messages whose answer does not arrive. */
    losesAnswers: 0,
    /** Fails this many times without having seen the message. */
    losesMessages: 0,
    /** Once: what happens before the next call ends with an error, its message not seen. */
    beforeFailing: undefined as (() => Promise<void>) | undefined,
    afterAccepting: () => {},
    async send({ key, to, text }: { key: string; to: string; text: string }) {
      const { beforeFailing } = provider
      provider.beforeFailing = undefined
      if (beforeFailing) {
        await beforeFailing()
        throw new TimeoutError('no answer in 10000ms')
      }
      if (provider.losesMessages > 0) {
        provider.losesMessages -= 1
        throw new TimeoutError('no answer in 10000ms')
      }
      if (!answered.has(key)) texts.push({ to, text, at: clock.ms })
      answered.add(key)
      provider.afterAccepting()
      if (provider.losesAnswers > 0) {
        provider.losesAnswers -= 1
        clock.ms += 10_000
        throw new TimeoutError('no answer in 10000ms')
      }
      return 'accepted' as const
    },
  }

  async function find(id: string): Promise<Appointment | null> {
    const appointment = appointments.get(id)
    if (appointment?.unreadable) throw new Error('invalid phone number')
    return appointment ? { ...appointment } : null
  }

  const services: Services = {
    reminders: {
      async claim(limit, leaseMs) {
        claims += 1
        const due = (row: Row) => row.retryAt ?? row.dueAt
        return [...rows.values()]
          .filter((row) => row.state === 'waiting' && due(row) <= clock.ms)
          .filter((row) => !row.lease || row.leasedUntil <= clock.ms)
          .sort((a, b) => due(a) - due(b))
          .slice(0, limit)
          .map((row) => {
            row.lease = `lease_${claims}`
            row.leasedUntil = clock.ms + leaseMs
            const { id, appointmentId, dueAt, attempts, lease } = row
            return { id, appointmentId, dueAt, attempts, lease }
          })
      },
      async update(id, change, where) {
        const { beforeWriting } = world
        world.beforeWriting = undefined
        await beforeWriting?.()
        if (world.rowsAreDown) throw new Error('connection reset')
        const row = world.row(id)
        if (where && where.lease !== row.lease) return false
        Object.assign(row, change, { lease: undefined })
        return true
      },
    },
    appointments: { find },
    provider,
    offsetMs,
    now: () => clock.ms,
    pause: async () => {},
    log: () => {},
  }

  const world = {
    clock,
    provider,
    texts,
    rowsAreDown: false,
    /** Once: what happens before the next write to a row takes effect. */
    beforeWriting: undefined as (() => Promise<void>) | undefined,
    row(id: string): Row {
      const row = rows.get(id)
      if (!row) throw new Error(`no row ${id}`)
      return row
    },
    textsTo: ({ phone }: Booked) => texts.filter(({ to }) => to === phone).length,
    /** An appointment with a reminder that is due now; the earlier booked, the longer due. */
    book({ startsIn = DAY_MS, timeZone = 'Europe/Berlin', template = '{when}', unreadable = false }): Booked {
      const n = appointments.size + 1
      const booked = { id: `rem_${n}`, appointmentId: `apt_${n}`, phone: `+49 30 ${n}` }
      appointments.set(booked.appointmentId, {
        id: booked.appointmentId,
        status: 'booked',
        startsAt: clock.ms + startsIn,
        patient: { name: 'Ana', phone: booked.phone },
        practice: { timeZone, template },
        unreadable,
      })
      addRow(booked, clock.ms - 1_000 + n)
      return booked
    },
    remindAgain(booked: Booked, { dueIn }: { dueIn: number }): void {
      addRow({ ...booked, id: `${booked.id}b` }, clock.ms + dueIn)
    },
    cancel({ appointmentId }: Booked): void {
      const appointment = appointments.get(appointmentId)
      if (appointment) appointment.status = 'cancelled'
    },
    /** One batch; what a throw means for the worker is that it tries again later. */
    async runOnce(process: Variant): Promise<void> {
      await process.runBatch(services, 'w', never).catch(() => 0)
    },
    /** The workers take turns, a batch every fifteen seconds. */
    async runFor(ms: number, processes: Variant[]): Promise<void> {
      const until = clock.ms + ms
      for (let n = 0; clock.ms < until; n += 1) {
        await world.runOnce(processes[n % processes.length] ?? variant)
        clock.ms += 15_000
      }
    },
  }

  function addRow({ id, appointmentId }: Booked, dueAt: number): void {
    rows.set(id, { id, appointmentId, dueAt, attempts: 0, state: 'waiting', leasedUntil: 0 })
  }

  return world
}

function offsetMs(timeZone: string, at: number): number {
  const format =
    offsets.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  offsets.set(timeZone, format)
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS)
}
