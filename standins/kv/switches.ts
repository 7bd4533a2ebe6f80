/** What can go wrong on the way to the database. All off is the service at its best. */
export interface Switches {
  /** So many commands are done and their answers lost: the connection breaks. */
  losesAnswers: number
  /** It answers with this status and does nothing. */
  status: 400 | 429 | 500 | 503 | null
  /** It takes the request and says nothing. */
  hangs: boolean
  /** It answers with a page, as something in between does. */
  talks: boolean
}

/** The service at its best, but for what is named. */
export function createSwitches(on: Partial<Switches> = {}): Switches {
  return { losesAnswers: 0, status: null, hangs: false, talks: false, ...on }
}
