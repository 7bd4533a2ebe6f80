/** Why a seller did not do what was asked. Its message is for the operator's log and names no key. */
export class PaymentsFailure extends Error {
  override name = 'PaymentsFailure'
  /** `unreachable`: it may answer later. `refused`: the settings or the account have to change first. */
  readonly reason: 'unreachable' | 'refused'

  constructor(reason: PaymentsFailure['reason'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
