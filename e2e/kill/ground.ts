import type { SessionLog } from '../../src/storage/session-log.ts'
import type { Kv } from '../../standins/kv/start-kv.ts'

/** Where a server that is killed keeps what it acknowledges. */
export interface Ground {
  /** How it is found again when something is broken. */
  name: string
  environment: Record<string, string>
  /** The database behind it, where it is a process of its own. */
  kv?: Kv
  /** The logs beside the running server. */
  openLog(): SessionLog
  /** Ends what the server stood on, and removes what was kept unless `keeps` is true. */
  close(keeps: boolean): Promise<void>
}
