/** Until when something is kept. */
export interface Kept {
  /** From this moment on it is as if it had never been put, in ms since 1970; absent: until it is deleted. */
  expiresAt?: number
}

/**
 * Small texts by key, each changed in one atomic step: links, locks, counters, notes of work to be done. A key is one of
 * a blob (see BlobStore). Every call throws StorageFailure when the store could not do it, and RangeError for a key that
 * is none.
 */
export interface RecordStore {
  get(key: string): Promise<string | undefined>
  /** What was there before is replaced, with its time. */
  put(key: string, value: string, kept?: Kept): Promise<void>
  /** Puts it only where nothing is; of many at the same time one is told true. */
  putNew(key: string, value: string, kept?: Kept): Promise<boolean>
  /** Gives and removes it; of many at the same time one gets it. */
  take(key: string): Promise<string | undefined>
  /** Adds a whole number to a count, which begins at 0, and gives the sum. The time that the count began with stands. */
  add(key: string, amount: number, kept?: Kept): Promise<number>
  /** Keys that begin with `prefix`, in their order. */
  list(prefix: string): Promise<string[]>
  /** Removes it for good; nothing happens when there is none. */
  delete(key: string): Promise<void>
  close(): Promise<void>
}
