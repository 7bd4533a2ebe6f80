import { createHash } from 'node:crypto'

export interface Project {
  id: string
  /** The share that is kept, 1 for most projects. Charts multiply their counts by its inverse. */
  sampleRate: number
  /** Names of properties that the customer has told us never to store. */
  blocked: string[]
}

export interface ClientEvent {
  /** A UUID made by the SDK, the same on every attempt. */
  id: string
  name: string
  /** Made by the SDK on first use of a device and kept, also after sign-in. */
  personId: string
  /** When it happened. Both times of a batch are in milliseconds, by the clock of the device. */
  at: number
  properties: unknown
}

export interface Batch {
  /** When this attempt was made. */
  sentAt: number
  events: unknown[]
}

export interface EventRecord extends ClientEvent {
  projectId: string
  receivedAt: number
  country: string | null
}

export interface Refused {
  reason: string
  event: unknown
}

export interface Services {
  projects: { byToken(token: string): Promise<Project | null> }
  /** Remembers keys for a week. Never rejects: it knows nothing while its store is away. */
  seen: {
    which(keys: string[]): Promise<Set<string>>
    add(keys: string[]): Promise<void>
  }
  queue: {
    /** Answers for each record in turn, with an error if its partition was too busy to take it. */
    append(records: EventRecord[]): Promise<{ error?: string }[]>
  }
  /** Shows them to everybody in the customer's workspace for 30 days, as "Refused events". */
  refuse(projectId: string, refused: Refused[]): void
  parseBatch(body: Buffer): Batch | null
  readEvent(value: unknown): { event: ClientEvent } | { reason: string }
  countryOf(ip: string): string | null
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

const HEADERS = { 'access-control-allow-origin': '*' }

/**
 * POST /batch, from web pages and apps. An SDK forgets a batch on 2xx and 4xx, and makes a new attempt
 * later on anything else. The warehouse keeps one row per project and event id of what it reads.
 */
export async function collect(services: Services, request: { token: string; ip: string; body: Buffer }) {
  const receivedAt = services.now()
  const project = await services.projects.byToken(request.token)
  if (!project) return { status: 401, headers: HEADERS }
  const batch = services.parseBatch(request.body)
  if (!batch) return { status: 400, headers: HEADERS }

  const country = services.countryOf(request.ip)
  const records: EventRecord[] = []
  const refused: Refused[] = []
  for (const value of batch.events) {
    const read = services.readEvent(value)
    if ('reason' in read) {
      refused.push({ reason: read.reason, event: value })
      continue
    }
    const { event } = read
    if (!isKept(project, event)) continue
    const at = Math.min(event.at, receivedAt)
    const properties = withoutBlocked(project, event.properties)
    records.push({ ...event, projectId: project.id, at, receivedAt, country, properties })
  }

  const seen = await services.seen.which(records.map(keyOf))
  const fresh = records.filter((record) => !seen.has(keyOf(record)))
  if (fresh.length > 0) {
    await services.queue.append(fresh)
    await services.seen.add(fresh.map(keyOf))
  }
  if (refused.length > 0) services.refuse(project.id, refused)

  const counts = { events: batch.events.length, refused: refused.length, appended: fresh.length }
  services.log('batch taken', { project: project.id, ...counts, lagMs: receivedAt - batch.sentAt })
  return { status: 200, headers: HEADERS }
}

function keyOf(record: EventRecord): string {
  return `${record.projectId}/${record.id}`
}

function isKept(project: Project, event: ClientEvent): boolean {
  const hash = createHash('sha256').update(`${project.id}/${event.id}`).digest()
  return hash.readUInt32BE(0) < project.sampleRate * 2 ** 32
}

function withoutBlocked(project: Project, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutBlocked(project, item))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !project.blocked.includes(name))
  return Object.fromEntries(kept.map(([name, item]) => [name, withoutBlocked(project, item)]))
}
