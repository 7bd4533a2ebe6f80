import { checkAppend } from './check-append.ts'
import type { AppendResult, LogEvent } from './event-log.ts'

/**
 * What an append comes to, for a log that ends at `lastSeq` and holds the event ids `known`.
 * @throws RangeError see checkAppend
 */
export function decideAppend(
  lastSeq: number,
  known: ReadonlySet<string>,
  expectedSeq: number,
  events: readonly LogEvent[],
): AppendResult {
  checkAppend(expectedSeq, events)
  if (events.every(({ id }) => known.has(id))) return 'alreadyThere'
  if (events.some(({ id }) => known.has(id))) return 'conflict'
  return lastSeq === expectedSeq ? 'ok' : 'conflict'
}
