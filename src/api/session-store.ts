import type { SessionEvent } from '../domain/interview/event.ts'
import { fold } from '../domain/interview/fold.ts'
import { initialState } from '../domain/interview/initial-state.ts'
import type { SessionState } from '../domain/interview/state.ts'
import type { AppendResult } from '../storage/event-log.ts'
import type { SessionLog } from '../storage/session-log.ts'
import { Fault } from './failure.ts'
import { recoverLog } from './recover-log.ts'

/** A session as it stands: its log so far and the fold over it. */
export interface Session {
  id: string
  events: SessionEvent[]
  state: SessionState
}

/**
 * Where a session is taken from. `cache`: as this process saw it last, at no trip to the store, or else from the log;
 * what is appended after it is refused when somebody else appended since.
 */
export type Source = 'log' | 'cache'

/** Sessions with a cache in front of the log; the log's compare-and-set catches a stale cache. */
export interface SessionStore {
  /** The session, or undefined when there is none. From the log, unless told otherwise: what others appended is read in. */
  find(id: string, source?: Source): Promise<Session | undefined>
  /** The session of this owner. @throws Fault `not-found` for an absent one and for somebody else's. */
  own(id: string, ownerId: string | undefined, source?: Source): Promise<Session>
  /** Appends to the log, durably, then to the cache. The first append of a session names its owner. */
  append(session: Session, events: SessionEvent[], ownerId?: string): Promise<AppendResult>
  /** Takes a session out of the cache, once it is gone from the log. */
  forget(id: string): void
  /** Runs `work` after all earlier work on the same session in this process has settled. */
  inTurn<T>(id: string, work: () => Promise<T>): Promise<T>
}

/** Sessions kept in memory at most; the ones used longest ago go first. */
const CACHED_SESSIONS = 500

/** `logError` hears of a log that is without events which this process had seen in it. */
export function createSessionStore(log: SessionLog, logError: (error: unknown) => void): SessionStore {
  const cache = new Map<string, Session>()
  const queues = new Map<string, Promise<unknown>>()

  function remember(session: Session): Session {
    cache.delete(session.id)
    cache.set(session.id, session)
    const [oldest] = cache.keys()
    if (cache.size > CACHED_SESSIONS && oldest !== undefined) cache.delete(oldest)
    return session
  }

  async function find(id: string, source: Source = 'log'): Promise<Session | undefined> {
    const cached = cache.get(id)
    const last = cached?.events.at(-1)
    if (!cached || !last) return readWhole(id)
    if (source === 'cache') return remember(cached)
    const [same, ...newer] = await log.read(id, last.seq - 1)
    if (same?.id !== last.id) {
      return (await recoverLog(log, cached, logError)) ? remember(cached) : readWhole(id)
    }
    const latest = cache.get(id)
    const isBehind = latest && latest.events.length > last.seq + newer.length
    return remember(isBehind ? latest : extended(cached, newer))
  }

  async function readWhole(id: string): Promise<Session | undefined> {
    const events = await log.read(id, 0)
    if (events.length > 0) return remember(extended({ id, events: [], state: initialState() }, events))
    cache.delete(id)
    return undefined
  }

  return {
    find,
    async own(id, ownerId, source) {
      const session = await find(id, source)
      if (!session || ownerId === undefined || session.state.ownerId !== ownerId) {
        throw new Fault('not-found', 'There is no such session.')
      }
      return session
    },
    async append(session, events, ownerId) {
      const result = await log.append(session.id, session.events.length, events, ownerId)
      if (result === 'ok') remember(extended(session, events))
      return result
    },
    forget: (id) => void cache.delete(id),
    inTurn(id, work) {
      const run = (queues.get(id) ?? Promise.resolve()).then(work, work)
      queues.set(id, run)
      const forget = () => {
        if (queues.get(id) === run) queues.delete(id)
      }
      run.then(forget, forget)
      return run
    },
  }
}

function extended(session: Session, events: SessionEvent[]): Session {
  return {
    id: session.id,
    events: [...session.events, ...events],
    state: events.reduce(fold, session.state),
  }
}
