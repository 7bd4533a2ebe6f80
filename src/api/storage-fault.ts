import { StorageFailure } from '../storage/storage-failure.ts'
import { Fault } from './failure.ts'

/** What a visitor is told when the store could not do what was asked; undefined for any other error. */
export function storageFault(error: unknown): Fault | undefined {
  if (!(error instanceof StorageFailure)) return undefined
  return error.isFull
    ? new Fault('storage-full', 'The disk is full.')
    : new Fault('storage-failed', 'The store did not answer.')
}
