/** What can go wrong with the service. All off is the service at its best. */
export interface Switches {
  /** It answers with this status and the service's error body. */
  status: 400 | 403 | 404 | 429 | 500 | 503 | null
  /** So many requests are done and their answers lost: the connection breaks. */
  losesAnswers: number
  /** Reads give the whole, whatever part was asked for. */
  ignoresRanges: boolean
  /** Reads break off in the middle. */
  breaksOff: boolean
  /** So many blobs a page at most. */
  pageSize: number
}

/** The service at its best, but for what is named. */
export function createSwitches(on: Partial<Switches> = {}): Switches {
  return { status: null, losesAnswers: 0, ignoresRanges: false, breaksOff: false, pageSize: 1_000, ...on }
}
