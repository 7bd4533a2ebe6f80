import type { HttpClient } from '../http-client.ts'

/** One thing that a candidate sends. It is sent again, under the same id, until it is answered. */
export interface Said {
  kind: 'turn' | 'note' | 'hold' | 'finish'
  /** Turn id or event id. */
  id: string
  /** Of a turn or a note; `on` or `off` for a hold. */
  text: string
}

/** One interview and what its candidate knows about it. */
export interface Table {
  client: HttpClient
  sessionId: string
  /** What the server has acknowledged, in order, with the bytes it answered. */
  taken: (Said & { answer: string })[]
  /** Sent, and the connection broke before the whole answer was there; `isBegun` when its first bytes were. */
  pending?: Said & { isBegun: boolean }
  /** The report as it was first seen. */
  report?: unknown
  /** Finished, and the report was received. */
  isOver: boolean
}
