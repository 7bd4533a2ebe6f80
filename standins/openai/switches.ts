/** What can go wrong with the service. All off is the service at its best. */
export interface Switches {
  /** It takes the request and says nothing. */
  hangs: boolean
  /** It answers at one byte a second. */
  drips: boolean
  /** It answers with this status and OpenAI's error body. */
  status: 400 | 401 | 404 | 429 | 500 | 503 | null
  /** It sends the caller to another address. */
  redirects: boolean
  /** The connection breaks in the middle of the answer. */
  breaksOff: boolean
  /** The answer ends at the first half, as at the limit of its tokens. */
  truncates: boolean
  /** The content is no JSON. */
  talks: boolean
  /** The content is JSON of another shape. */
  otherShape: boolean
  /** The content is padded to ten megabytes. */
  overlong: boolean
  /** The body is no completion. */
  notCompletion: boolean
  /** The model declines. */
  declines: boolean
  /** The model calls a tool that nobody offered, instead of answering. */
  callsTool: boolean
}

/** The service at its best, but for what is named. */
export function createSwitches(on: Partial<Switches> = {}): Switches {
  return {
    hangs: false,
    drips: false,
    status: null,
    redirects: false,
    breaksOff: false,
    truncates: false,
    talks: false,
    otherShape: false,
    overlong: false,
    notCompletion: false,
    declines: false,
    callsTool: false,
    ...on,
  }
}
