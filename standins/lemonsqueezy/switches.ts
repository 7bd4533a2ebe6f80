/** What the stand-in can be made to do wrong; read anew each time. */
export interface Switches {
  /** The API answers 503. */
  apiDown: boolean
  /** It answers with this status. */
  status: number | null
  /** It takes the request and says nothing. */
  hangs: boolean
  /** No webhook is sent. */
  webhooksLost: boolean
  /** How often each webhook is sent. */
  repeats: number
  /** Milliseconds before each webhook is sent. */
  delayMs: number
}

export function createSwitches(on: Partial<Switches> = {}): Switches {
  return { apiDown: false, status: null, hangs: false, webhooksLost: false, repeats: 1, delayMs: 0, ...on }
}
