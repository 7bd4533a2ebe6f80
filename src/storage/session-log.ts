import type { SessionEvent } from '../domain/interview/event.ts'

/** What an append came to. `conflict`: somebody else appended first; read again and retry. */
export type AppendResult = 'ok' | 'conflict' | 'alreadyThere'

/** One append-only log a session. When `append` resolves with `ok`, the events are on disk. */
export interface SessionLog {
  /**
   * Appends events that follow `expectedSeq`, all or none. `alreadyThere` when every event id is
   * in the log already. The first append of a session names its owner.
   */
  append(
    sessionId: string,
    expectedSeq: number,
    events: SessionEvent[],
    ownerId?: string,
  ): Promise<AppendResult>
  /** Events with `seq` greater than `afterSeq`, in order; empty for an unknown session. */
  read(sessionId: string, afterSeq: number): Promise<SessionEvent[]>
  /** Session ids of an owner, newest first. */
  listByOwner(ownerId: string): Promise<string[]>
  /** Removes the session and everything in it, for good. */
  delete(sessionId: string): Promise<void>
  close(): Promise<void>
}
