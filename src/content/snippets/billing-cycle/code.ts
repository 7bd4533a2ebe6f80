/**
 * The platform keeps a record of every run. After a restart it runs the function again from the top, on
 * any worker: what is on record is answered from there, and each signal is handed over where it was
 * before. A call that is not the next one on record stops the run until somebody looks at it.
 */
export interface Workflow {
  id: string
  /** The time on record at this point of the run. */
  now(): number
  /** Repeats a failed attempt after a pause, which grows to an hour. Records how the activity ended. */
  run<Input, Output>(activity: Activity<Input, Output>, input: Input, policy: Policy): Promise<Output>
  /** Resolves at that time, or as soon as `isReady` holds. */
  waitUntil(at: number, isReady: () => boolean): Promise<void>
  /** Hands over every signal in order of arrival, from the first one that the run was sent. */
  onSignal(handle: (signal: Signal) => void): void
  /** Whether a rerun would take so long by now that a fresh run should take over. */
  isRecordLong(): boolean
  /** Ends the run. One with the same id and an empty record begins, and is sent the signals yet to come. */
  startAfresh(input: Billing): Promise<never>
  /** Writes nothing while a rerun catches up. */
  log(message: string, fields: Record<string, unknown>): void
}

/** An attempt that takes too long is given up, though not stopped. */
export type Policy = { attemptSeconds: number; maxAttempts?: number }
export type Activity<Input, Output> = (services: Services, input: Input) => Promise<Output>
export type Signal = { type: 'change'; plan: Plan } | { type: 'cancel' }

export interface Services {
  catalog: {
    /** In cents, for one seat and one month. A new price comes as a new plan. */
    price(planId: string): Promise<number>
  }
  payments: {
    /** Answers a key it knows as it did the first time. Rejects when busy, or when the bank is silent. */
    charge(charge: Charge): Promise<'paid' | 'declined'>
  }
}

export interface Billing {
  customerId: string
  plan: Plan
  /** The first month was paid then. */
  startedAt: number
  dueAt?: number
}

export interface Ending {
  reason: 'cancelled' | 'unpaid'
  /** The customer keeps access until then. */
  paidUntil: number
}

type Plan = { id: string; seats: number }
type Charge = { customerId: string; amountCents: number; key: string }

const DAY_MS = 86_400_000
const RETRY_AFTER_DAYS = [3, 5, 7]
const PATIENT: Policy = { attemptSeconds: 30 }

/**
 * Bills a subscription for each month in advance, on the day of the month on which it was started.
 * A change of plan counts from the next month, a cancellation from the next charge.
 */
export async function billMonthly(workflow: Workflow, billing: Billing): Promise<Ending> {
  let { plan, dueAt = monthAfter(billing.startedAt) } = billing
  const inbox: Signal[] = []
  const isCancelled = () => inbox.some(({ type }) => type === 'cancel')
  workflow.onSignal((signal) => inbox.push(signal))

  for (let cycle = 1; ; cycle += 1) {
    await workflow.waitUntil(dueAt, isCancelled)
    if (isCancelled()) return { reason: 'cancelled', paidUntil: dueAt }
    for (const signal of inbox.splice(0)) {
      if (signal.type === 'change') plan = signal.plan
    }

    const amountCents = plan.seats * (await priceOf(workflow, plan.id))
    workflow.log('billing', { cycle, dueAt, plan, amountCents })
    const key = `${workflow.id}/${cycle}`
    const isPaid = await collect(workflow, { customerId: billing.customerId, amountCents, key }, isCancelled)
    if (!isPaid) return { reason: isCancelled() ? 'cancelled' : 'unpaid', paidUntil: dueAt }

    dueAt = monthAfter(dueAt)
    if (workflow.isRecordLong()) return workflow.startAfresh({ ...billing, plan, dueAt })
  }
}

async function collect(workflow: Workflow, charge: Charge, isCancelled: () => boolean): Promise<boolean> {
  for (let round = 0; !isCancelled(); round += 1) {
    const request = { ...charge, key: `${charge.key}/${round}` }
    if ((await workflow.run(chargeCard, request, PATIENT)) === 'paid') return true

    const days = RETRY_AFTER_DAYS[round]
    if (days === undefined) return false
    await workflow.waitUntil(workflow.now() + days * DAY_MS, isCancelled)
  }
  return false
}

const prices = new Map<string, number>()

async function priceOf(workflow: Workflow, planId: string): Promise<number> {
  const cents = prices.get(planId) ?? (await workflow.run(readPrice, planId, PATIENT))
  prices.set(planId, cents)
  return cents
}

/** The same day and time of the following month, or its last day if it is shorter. */
function monthAfter(at: number): number {
  const date = new Date(at)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 2, 0)).getUTCDate()
  return date.setUTCMonth(date.getUTCMonth() + 1, Math.min(date.getUTCDate(), lastDay))
}

const readPrice: Activity<string, number> = ({ catalog }, planId) => catalog.price(planId)
const chargeCard: Activity<Charge, 'paid' | 'declined'> = ({ payments }, charge) => payments.charge(charge)
