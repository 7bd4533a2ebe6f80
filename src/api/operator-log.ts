/** One line of the log that the operator reads. */
export type LogLine =
  /** `route` is the pattern: what stands in an address can open something. */
  | { kind: 'request'; requestId: string; method: string; route: string; status: number; ms: number }
  | {
      kind: 'error'
      requestId?: string
      name: string
      /** Only of errors whose words are our own. */
      message?: string
      frames: string[]
    }

/** Where lines of the log go. Nothing that a candidate said, pasted or wrote is in one. */
export type OperatorLog = (line: LogLine) => void
