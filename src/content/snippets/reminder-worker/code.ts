export interface Reminder {
  id: string
  appointmentId: string
  /** When it is to go out. Every time here is in milliseconds, UTC. */
  dueAt: number
  /** How many attempts have failed. */
  attempts: number
  /** Made anew by each claim. */
  lease: string
}

export interface Appointment {
  id: string
  status: 'booked' | 'cancelled'
  startsAt: number
  patient: { name: string; phone: string }
  /** The template is the practice's own text, such as "Hello {name}, see you {when}." */
  practice: { timeZone: string; template: string }
}

export interface Change {
  /** Whoever is left at 'failed' gets a phone call from the practice. */
  state: 'waiting' | 'sent' | 'dropped' | 'failed'
  dueAt?: number
  attempts?: number
}

export interface Services {
  reminders: {
    /** Leases waiting rows that are due, the longest due first. A lease that has run out frees its row. */
    claim(limit: number, leaseMs: number): Promise<Reminder[]>
    /** Writes the change and ends the lease. Resolves to false if the row is not as `where` says. */
    update(id: string, change: Change, where?: { lease: string }): Promise<boolean>
  }
  appointments: { find(id: string): Promise<Appointment | null> }
  provider: {
    /** Answers a key it knows as it did before. Rejects when it is busy, or after ten seconds. */
    send(message: Message): Promise<'accepted' | 'refused'>
  }
  /** How far the clocks of the zone are ahead of UTC at that moment. */
  offsetMs(timeZone: string, at: number): number
  now(): number
  pause(ms: number): Promise<void>
  log(message: string, fields: Record<string, unknown>): void
}

type Message = { key: string; to: string; text: string }

const BATCH = 50
const LEASE_MS = 60_000
const POLL_MS = 5_000
const MAX_ATTEMPTS = 8
const DAY_MS = 86_400_000
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })

/** Runs in every worker process until it is asked to stop. */
export async function work(services: Services, worker: string, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const handled = await runBatch(services, worker, stop).catch((error: unknown) => {
      services.log('batch failed', { worker, error })
      return 0
    })
    if (handled === 0) await services.pause(POLL_MS)
  }
}

export async function runBatch(services: Services, worker: string, stop: AbortSignal): Promise<number> {
  const batch = await services.reminders.claim(BATCH, LEASE_MS)
  services.log('claimed', { worker, rows: batch.length })
  for (const reminder of batch) {
    if (stop.aborted) {
      await services.reminders.update(reminder.id, { state: 'waiting' }, { lease: reminder.lease })
      continue
    }
    const change = await remind(services, reminder)
    const isWritten = await services.reminders.update(reminder.id, change)
    services.log('handled', { worker, id: reminder.id, state: change.state, isWritten })
  }
  return batch.length
}

async function remind(services: Services, reminder: Reminder): Promise<Change> {
  const appointment = await services.appointments.find(reminder.appointmentId)
  if (appointment?.status !== 'booked' || appointment.startsAt <= services.now()) return { state: 'dropped' }

  const { patient, practice } = appointment
  const when = sayWhen(services, appointment)
  const text = fill(practice.template, new Map(Object.entries({ name: patient.name, when })))
  const key = `${appointment.id}/${reminder.dueAt}`
  try {
    const answer = await services.provider.send({ key, to: patient.phone, text })
    return { state: answer === 'refused' ? 'failed' : 'sent' }
  } catch (error) {
    return retryLater(services, reminder, error)
  }
}

function retryLater(services: Services, reminder: Reminder, error: unknown): Change {
  const attempts = reminder.attempts + 1
  services.log('attempt failed', { id: reminder.id, attempts, error })
  if (attempts >= MAX_ATTEMPTS) return { state: 'failed', attempts }
  const pauseMs = Math.round(2 ** attempts * 60_000 * (0.5 + Math.random() / 2))
  return { state: 'waiting', attempts, dueAt: services.now() + pauseMs }
}

function sayWhen(services: Services, { startsAt, practice }: Appointment): string {
  const now = services.now()
  const offsetMs = services.offsetMs(practice.timeZone, now)
  const start = new Date(startsAt + offsetMs)
  const days = Math.floor(start.getTime() / DAY_MS) - Math.floor((now + offsetMs) / DAY_MS)
  return `${['today', 'tomorrow'][days] ?? DAY.format(start)} at ${start.toISOString().slice(11, 16)}`
}

function fill(template: string, fields: Map<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = fields.get(name)
    if (value === undefined) throw new Error(`unknown field ${name}`)
    return value
  })
}
