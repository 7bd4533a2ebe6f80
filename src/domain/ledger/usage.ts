/** What of a session decides on its credit. */
export interface Usage {
  /** When a call last brought a turn, and when one in section B or later, which is what a credit buys: ms since 1970. */
  calledAt: number | null
  codeAt: number | null
  finished: boolean
  /** How long nothing has happened in it, in ms. */
  idleMs: number
  /** The interviewer came to the closing line. */
  closed: boolean
  /** The voice service says that the last of its calls failed. */
  callFailed: boolean
}
