import type { ReportPrinter } from '../documents/report-printer.ts'
import type { Bank } from '../domain/catalog/bank.ts'
import type { Finder } from '../domain/grading/finder.ts'
import type { SessionLog } from '../storage/session-log.ts'
import type { OwnerCookie } from './owner-cookie.ts'
import type { SessionStore } from './session-store.ts'

/** What the world gives the use cases. */
export interface Dependencies {
  bank: Bank
  finder: Finder
  printer: ReportPrinter
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
