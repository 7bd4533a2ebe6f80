/** The store could not do what was asked: disk full, file gone, connection lost. Never means "not found". */
export class StorageFailure extends Error {
  override name = 'StorageFailure'
  readonly isFull: boolean

  constructor(action: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`could not ${action}: ${reason}`, { cause })
    this.isFull = /ENOSPC|disk is full|database or disk is full/i.test(reason)
  }
}
