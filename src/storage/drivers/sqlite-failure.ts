import { StorageFailure } from '../storage-failure.ts'

/** What stands for an error met while doing `action`: the caller's mistakes stay what they are, all else is the store's. */
export function sqliteFailure(action: string, error: unknown): Error {
  return error instanceof RangeError ? error : new StorageFailure(action, error)
}
