import type { SessionLog } from '../storage/session-log.ts'
import type { Library } from './compose-library.ts'
import type { OwnerCookie } from './owner-cookie.ts'
import type { SessionStore } from './session-store.ts'

/** What the world gives the use cases. */
export interface Dependencies extends Library {
  log: SessionLog
  sessions: SessionStore
  cookie: OwnerCookie
  /** Milliseconds since 1970. */
  now(): number
  /** A new opaque id: 144 random bits. */
  newId(): string
  /** A whole number from 0 to 2^32 - 1. */
  newSeed(): number
}
