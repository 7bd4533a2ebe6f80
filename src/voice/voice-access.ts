/** Opens conversations with a service that speaks and listens. Its key never leaves the server. */
export interface VoiceAccess {
  /**
   * A WebSocket address that holds its own permission, good for one conversation begun within 15 minutes.
   * @throws VoiceAccessFailure
   */
  signedUrl(): Promise<string>
}

/** Why a service gave no access. Its message is for the operator's log and names no key. */
export class VoiceAccessFailure extends Error {
  override name = 'VoiceAccessFailure'
  /** `unreachable`: it may answer later. `refused`: the settings or the account have to change first. */
  readonly reason: 'unreachable' | 'refused'

  constructor(reason: VoiceAccessFailure['reason'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
