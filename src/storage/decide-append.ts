import type { AppendResult, LogEvent } from './event-log.ts'

/**
 * What an append comes to, for a log that ends at `lastSeq` and holds the event ids `known`.
 * @throws RangeError when the events do not follow `expectedSeq` one by one: the caller's mistake.
 */
export function decideAppend(
  lastSeq: number,
  known: ReadonlySet<string>,
  expectedSeq: number,
  events: readonly LogEvent[],
): AppendResult {
  if (events.length === 0) throw new RangeError('an append needs at least one event')
  events.forEach(({ seq }, index) => {
    if (seq !== expectedSeq + index + 1)
      throw new RangeError(`event ${index} has seq ${seq} after ${expectedSeq}`)
  })
  if (events.every(({ id }) => known.has(id))) return 'alreadyThere'
  if (events.some(({ id }) => known.has(id))) return 'conflict'
  return lastSeq === expectedSeq ? 'ok' : 'conflict'
}
