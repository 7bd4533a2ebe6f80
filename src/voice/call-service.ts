/** What the voice service knows of a conversation that is over. */
export interface CallFacts {
  conversationId: string
  /** The session that the page named when it began; undefined when it named none. */
  sessionId?: string
  outcome: 'done' | 'failed'
  durationMs: number
  /** Milliseconds since 1970 by the service's clock, which tells whole seconds. */
  startedAt?: number
  /** Why it ended, in the service's words. */
  reason: string
  /** It has a recording of it. */
  hasAudio: boolean
}

/** What the service tells by itself. `other`: something that is of no interest here. */
export type CallNotice =
  | { kind: 'ended'; facts: CallFacts }
  | { kind: 'audio'; conversationId: string; audio: Uint8Array<ArrayBuffer> }
  | { kind: 'other' }

/** A notice as it was read. `unsigned`: it does not come from the service, or is not of now. */
export type ReadNotice =
  | { ok: true; notice: CallNotice }
  | { ok: false; why: 'unsigned' }
  | { ok: false; why: 'unreadable'; field: string }

/** Reads what comes in by webhook: the body as it was sent, and what its signature header says. */
export type ReadCallNotice = (body: Uint8Array, signature: string | undefined, nowMs: number) => ReadNotice

/** Asks the service after a conversation. All throw when it cannot be reached or does not make sense. */
export interface CallArchive {
  /** `running` until it is over; undefined when the service does not know it. */
  facts(conversationId: string): Promise<CallFacts | 'running' | undefined>
  /** Its recording as MP3; undefined when there is none. */
  audio(conversationId: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Has the service delete what it keeps of a conversation, words and sound; one that it does not know is deleted. */
  forget(conversationId: string): Promise<void>
}
