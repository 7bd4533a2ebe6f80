/** What of a session decides on its credit. */
export interface Usage {
  /** Held by ElevenLabs in section B or later: that is what a credit buys. */
  reachedCode: boolean
  finished: boolean
  /** How long nothing has happened in it, in ms. */
  idleMs: number
  /** The interviewer came to the closing line. */
  closed: boolean
  /** The voice service says that the last of its calls failed. */
  callFailed: boolean
}
