import { expect, vi } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Billing, Ending, Services, Signal, Workflow } from './code.ts'

type Variant = typeof import('./code.ts')

const SECOND_MS = 1_000
const HOUR_MS = 3_600_000
const SEAT_CENTS = 100

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'key-from-run-count': {
      symptom: { oneRun: 3, freshRunEachMonth: 1, answerLost: 1 },
      async run(variant, other) {
        const oneRun = await play({ on: variant, started: '2025-01-10', until: '2025-05-01' })
        const freshRunEachMonth = await play({
          on: variant,
          started: '2025-01-10',
          until: '2025-07-01',
          longRecord: 2,
        })
        const answerLost = await play({
          on: variant,
          started: '2025-01-10',
          until: '2025-03-01',
          lostAnswers: 1,
          events: [{ at: at('2025-02-10') + 500, moveTo: other }],
        })

        expect({
          oneRun: oneRun.taken.length,
          freshRunEachMonth: freshRunEachMonth.taken.length,
          answerLost: answerLost.taken.length,
        }).toEqual({ oneRun: 3, freshRunEachMonth: 5, answerLost: 1 })
      },
    },

    'inbox-left-behind': {
      symptom: { seats: [10, 10, 10], cancelled: 'running', daysCharged: 2 },
      async run(variant) {
        const changed = await play({
          on: variant,
          started: '2025-01-10',
          until: '2025-03-11',
          longRecord: 2,
          declines: (now) => now < at('2025-02-11'),
          events: [{ at: at('2025-02-12'), signal: (planId) => change(planId, 4) }],
        })
        const cancelled = await play({
          on: variant,
          started: '2025-01-10',
          until: '2025-03-11',
          longRecord: 2,
          isDown: (now) => now < at('2025-02-10') + 2.5 * HOUR_MS,
          events: [{ at: at('2025-02-10') + HOUR_MS, signal: () => ({ type: 'cancel' }) }],
        })

        expect({
          seats: changed.asked.map(({ amountCents }) => amountCents / SEAT_CENTS),
          cancelled: cancelled.state,
          daysCharged: new Set(cancelled.asked.map(({ now }) => day(now))).size,
        }).toEqual({ seats: [10, 10, 4], cancelled: 'cancelled', daysCharged: 1 })
      },
    },

    'price-known-to-worker': {
      symptom: { states: ['stopped', 'stopped', 'stopped'], charges: [1, 1, 2] },
      async run(variant, other) {
        const [warm, cold, own] = [newPlan(), newPlan(), newPlan()]
        const toOther = (date: string) => [{ at: at(date), moveTo: other }]
        const span = { started: '2025-01-10', until: '2025-04-01' }

        await play({ ...span, on: variant, planId: warm, until: '2025-02-11' })
        const startedWarm = await play({ ...span, on: variant, planId: warm, events: toOther('2025-02-20') })
        await play({ ...span, on: other, planId: cold, until: '2025-02-11' })
        const resumedWarm = await play({ ...span, on: variant, planId: cold, events: toOther('2025-02-20') })
        const freshRun = await play({
          ...span,
          on: variant,
          planId: own,
          longRecord: 3,
          events: toOther('2025-03-20'),
        })

        const runs = [startedWarm, resumedWarm, freshRun]
        expect({
          states: runs.map(({ state }) => state),
          charges: runs.map(({ asked }) => asked.length),
        }).toEqual({ states: ['running', 'running', 'running'], charges: [2, 2, 2] })
      },
    },

    'day-of-month-lost': {
      symptom: {
        the31st: ['11-30', '12-30', '01-30', '02-28', '03-28'],
        the30th: ['02-28', '03-28', '04-28', '05-28', '06-28'],
        the29th: ['02-28', '03-28', '04-28'],
        leapYear: ['02-29', '03-29', '04-29'],
        endOfApril: ['05-30', '06-30'],
        the10th: ['02-10', '03-10'],
      },
      async run(variant) {
        const duesFrom = async (started: string, until: string, longRecord?: number) => {
          const run = await play({ on: variant, started, until, ...(longRecord && { longRecord }) })
          return run.asked.map(({ now }) => day(now).slice(5))
        }

        expect({
          the31st: await duesFrom('2024-10-31', '2025-04-15', 2),
          the30th: await duesFrom('2025-01-30', '2025-07-01'),
          the29th: await duesFrom('2025-01-29', '2025-05-01'),
          leapYear: await duesFrom('2024-01-31', '2024-05-01'),
          endOfApril: await duesFrom('2025-04-30', '2025-07-01'),
          the10th: await duesFrom('2025-01-10', '2025-04-01', 2),
        }).toEqual({
          the31st: ['11-30', '12-31', '01-31', '02-28', '03-31'],
          the30th: ['02-28', '03-30', '04-30', '05-30', '06-30'],
          the29th: ['02-28', '03-29', '04-29'],
          leapYear: ['02-29', '03-31', '04-30'],
          endOfApril: ['05-30', '06-30'],
          the10th: ['02-10', '03-10'],
        })
      },
    },
  },

  traps: {
    'key-per-round': {
      symptom: { taken: 0, state: 'unpaid' },
      async run(variant) {
        const { taken, state } = await play({
          on: variant,
          started: '2025-01-10',
          until: '2025-03-01',
          declines: (now) => now < at('2025-02-12'),
        })

        expect({ taken: taken.length, state }).toEqual({ taken: 1, state: 'running' })
      },
    },

    'charge-without-end': {
      symptom: { taken: 0, state: 'failed' },
      async run(variant) {
        const { taken, state } = await play({
          on: variant,
          started: '2025-01-10',
          until: '2025-03-01',
          isDown: (now) => now < at('2025-02-11'),
          lostAnswers: 2,
        })

        expect({ taken: taken.length, state }).toEqual({ taken: 1, state: 'running' })
      },
    },
  },
})

function at(date: string): number {
  return Date.parse(`${date}T09:30:00Z`)
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

let made = 0

/** A plan that no worker has met. */
function newPlan(): string {
  return `plan_${(made += 1)}`
}

function change(planId: string, seats: number): Signal {
  return { type: 'change', plan: { id: planId, seats } }
}

interface Play {
  on: Variant
  started: string
  until: string
  planId?: string
  /** How many entries make a record long. */
  longRecord?: number
  /** In order of time. The worker may be lost at any time, and the run moves to another one. */
  events?: { at: number; signal?: (planId: string) => Signal; moveTo?: Variant }[]
  isDown?: (now: number) => boolean
  declines?: (now: number) => boolean
  /** How many charges take effect without an answer. */
  lostAnswers?: number
}

type Entry = { signal: Signal } | { call: string; now: number; value?: unknown; error?: unknown }
type Step = { state: string } | { input: Billing } | { moveTo: Variant }

/** Plays one subscription, from its start up to a moment, on the platform that code.ts describes. */
async function play(given: Play) {
  const planId = given.planId ?? newPlan()
  const id = `sub_${(made += 1)}`
  const clock = createClock(at(given.started))
  const bank = createBank(clock, given)
  const events = (given.events ?? []).map((event) => ({ ...event, signal: event.signal?.(planId) }))
  const until = at(given.until)

  let worker = given.on
  let record: Entry[] = []
  let startedAt = clock.ms
  let input: Billing = { customerId: 'cus_1', plan: { id: planId, seats: 10 }, startedAt: clock.ms }
  for (;;) {
    const step = await execute()
    if ('state' in step) {
      vi.useRealTimers()
      return { ...bank, state: step.state }
    }
    if ('moveTo' in step) worker = step.moveTo
    else {
      input = step.input
      record = []
      startedAt = clock.ms
    }
  }

  /** One worker's turn at the run: from the top by the record, and on from there. */
  function execute(): Promise<Step> {
    const { promise, resolve } = Promise.withResolvers<Step>()
    const leave = (step: Step) => {
      resolve(step)
      return new Promise<never>(() => {})
    }
    let position = 0
    let now = startedAt
    let handle: (signal: Signal) => void = () => {}

    const handOverRecorded = () => {
      for (let entry = record[position]; entry && 'signal' in entry; entry = record[position]) {
        position += 1
        handle(structuredClone(entry.signal))
      }
    }
    /** Lets time pass up to the next event, or else to that moment. */
    const pass = async (to: number) => {
      const next = events[0] && events[0].at <= Math.max(to, clock.ms) ? events.shift() : undefined
      if (Math.max(next?.at ?? to, clock.ms) > until) return leave({ state: 'running' })
      clock.ms = Math.max(next?.at ?? to, clock.ms)
      if (next?.moveTo) return leave({ moveTo: next.moveTo })
      if (next?.signal) {
        record.push({ signal: next.signal })
        handOverRecorded()
      }
      return next === undefined
    }
    const call = async (name: string, live: () => Promise<{ value?: unknown; error?: unknown }>) => {
      handOverRecorded()
      if (position === record.length) {
        const ended = await live()
        record.push({ call: name, now: clock.ms, ...ended })
      }
      const entry = record[position]
      position += 1
      if (!entry || !('call' in entry) || entry.call !== name) return leave({ state: 'stopped' })
      now = entry.now
      if ('error' in entry) throw entry.error
      return structuredClone(entry.value)
    }

    const workflow: Workflow = {
      id,
      now: () => now,
      async run(activity, given, policy) {
        const value = await call(activity.name, async () => {
          for (let attempt = 1; ; attempt += 1) {
            try {
              return { value: await activity(bank.services, structuredClone(given)) }
            } catch (error) {
              if (attempt === policy.maxAttempts) return { error }
              const next = clock.ms + Math.min(2 ** attempt * SECOND_MS, HOUR_MS)
              while (!(await pass(next)));
            }
          }
        })
        return value as Awaited<ReturnType<typeof activity>>
      },
      async waitUntil(moment, isReady) {
        await call('waitUntil', async () => {
          while (!isReady() && !(await pass(moment)));
          return {}
        })
      },
      onSignal(onEach) {
        handle = onEach
        handOverRecorded()
      },
      isRecordLong: () => position >= (given.longRecord ?? Infinity),
      startAfresh: (next) => leave({ input: structuredClone(next) }),
      log: () => {},
    }
    worker.billMonthly(workflow, structuredClone(input)).then(
      (ending: Ending) => resolve({ state: ending.reason }),
      () => resolve({ state: 'failed' }),
    )
    return promise
  }
}

/** What everybody's watch shows, the worker's included. */
function createClock(start: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  return {
    get ms() {
      return Date.now()
    },
    set ms(now: number) {
      vi.setSystemTime(now)
    },
  }
}

/** A payment provider that remembers its keys, and a catalog where every seat costs the same. */
function createBank(clock: { ms: number }, { isDown, declines, lostAnswers = 0 }: Play) {
  const answers = new Map<string, 'paid' | 'declined'>()
  const asked: { now: number; amountCents: number }[] = []
  const taken: number[] = []
  let losing = lostAnswers
  const services: Services = {
    catalog: { price: async () => SEAT_CENTS },
    payments: {
      async charge({ key, amountCents }) {
        asked.push({ now: clock.ms, amountCents })
        if (isDown?.(clock.ms)) throw new Error('no answer')
        const answer = answers.get(key) ?? (declines?.(clock.ms) ? 'declined' : 'paid')
        if (!answers.has(key) && answer === 'paid') taken.push(amountCents)
        answers.set(key, answer)
        if (losing > 0) {
          losing -= 1
          throw new Error('no answer')
        }
        return answer
      },
    },
  }
  return { services, asked, taken }
}
