import type { SessionState } from '../domain/interview/state.ts'
import type { SessionLog } from '../storage/session-log.ts'
import type { Model } from '../model/model.ts'
import type { TokenPrices } from '../model/price-tokens.ts'
import type { VoiceAccess } from '../voice/voice-access.ts'
import type { Limiter } from '../storage/limiter.ts'
import type { RecordStore } from '../storage/record-store.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import type { CallArchive, ReadCallNotice } from '../voice/call-service.ts'
import type { LedgerFact } from '../domain/ledger/ledger-fact.ts'
import type { Payments } from '../payments/payments.ts'
import type { EventLog } from '../storage/event-log.ts'
import type { Library } from './compose-library.ts'
import type { InterviewPasses } from './interview-pass.ts'
import type { OneTimeLinks } from './one-time-links.ts'
import type { OperatorDoor } from './operator-door.ts'
import type { OwnerCookie } from './owner-cookie.ts'
import type { OwnerLinks } from './owner-links.ts'
import type { ReportSigner } from './report-signer.ts'
import type { ShareLinks } from './share-links.ts'
import type { SessionStore } from './session-store.ts'

/** One append-only log an account; its key is the owner's id. */
export type Ledger = EventLog<LedgerFact>

/** How interviews can be held here. */
export interface Voice {
  engines: SessionState['engine'][]
  /** Absent where it is not set up. */
  elevenLabs?: VoiceAccess
}

/** A language model and how it is used. */
export interface LanguageModel {
  model: Model
  /** How often each question is read. */
  passes: number
  /** All readings of a session are over after this, in ms: somebody waits for the report. */
  deadlineMs: number
  prices?: TokenPrices
}

/** What the world gives the use cases. */
export interface Dependencies extends Library {
  log: SessionLog
  records: RecordStore
  blobs: BlobStore
  sessions: SessionStore
  /** Counting in this process, and for all processes together. */
  limiters: { here: Limiter; together: Limiter }
  /** The header in which our own proxy names a visitor's address, in lower case; null where none is in front. */
  clientAddressHeader: string | null
  /** What a job has to send to have the chores done; null where none is set up. */
  cronSecret: string | null
  cookie: OwnerCookie
  passes: InterviewPasses
  /** What customers bought and used. */
  ledger: Ledger
  /** Who sells credits; where nothing is sold, interviews by every engine are free. */
  payments: Payments
  links: OwnerLinks
  /** Where visitors reach the site, for links that others keep; null: as the request came. */
  publicOrigin: string | null
  signer: ReportSigner
  shareLinks: ShareLinks
  /** Move an account to another device. */
  oneTimeLinks: OneTimeLinks
  voice: Voice
  /** Reads what the voice service tells by webhook. */
  readCallNotice: ReadCallNotice
  /** Asks the voice service after a call; null where there is no key for it. */
  callArchive: CallArchive | null
  /** Null where none is set up: then nothing in this server asks one. */
  languageModel: LanguageModel | null
  /** Who may see the figures, and what a minute of a call costs, in US dollars; null: nobody. */
  operator: { door: OperatorDoor; callPrice?: number } | null
  /** Goes on with work that no request waits for; tells the operator when it fails. */
  background(work: Promise<void>): void
  /** Milliseconds since 1970. */
  now(): number
  /** A new opaque id: 144 random bits. */
  newId(): string
  /** A whole number from 0 to 2^32 - 1. */
  newSeed(): number
}
