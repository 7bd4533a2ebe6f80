/** What an append came to. `conflict`: somebody else appended first; read again and retry. */
export type AppendResult = 'ok' | 'conflict' | 'alreadyThere'

/** What every event of a log has. */
export interface LogEvent {
  /** The same for the same cause, so that an append can be repeated. */
  id: string
  /** 1, 2, 3... without gaps. */
  seq: number
}

/**
 * Append-only logs of one kind of event, each with a key and an owner. When `append` resolves with `ok`, the events are
 * durable. Every call throws StorageFailure when the store could not do it.
 */
export interface EventLog<E extends LogEvent> {
  /**
   * Appends events that follow `expectedSeq`, all or none. `alreadyThere` when every event id is in the log already. The
   * first append of a log names its owner.
   */
  append(key: string, expectedSeq: number, events: E[], ownerId?: string): Promise<AppendResult>
  /** Events with `seq` greater than `afterSeq`, in order; empty for an unknown log. */
  read(key: string, afterSeq: number): Promise<E[]>
  /** Keys of an owner's logs, newest first. */
  listByOwner(ownerId: string): Promise<string[]>
  /** Keys of the logs that began at `fromMs` or later and before `toMs` (ms since 1970), oldest first. */
  listBegun(fromMs: number, toMs: number): Promise<string[]>
  /** Removes the log and everything in it, for good. */
  delete(key: string): Promise<void>
  close(): Promise<void>
}
