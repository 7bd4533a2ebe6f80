import type { SessionEvent } from '../domain/interview/event.ts'
import type { EventLog } from './event-log.ts'

/** One append-only log a session; its key is the session's id. */
export type SessionLog = EventLog<SessionEvent>
