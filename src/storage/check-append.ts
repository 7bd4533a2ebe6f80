import type { LogEvent } from './event-log.ts'

/** @throws RangeError when the events do not follow `expectedSeq` one by one: the caller's mistake. */
export function checkAppend(expectedSeq: number, events: readonly LogEvent[]): void {
  if (events.length === 0) throw new RangeError('an append needs at least one event')
  events.forEach(({ seq }, index) => {
    if (seq !== expectedSeq + index + 1)
      throw new RangeError(`event ${index} has seq ${seq} after ${expectedSeq}`)
  })
}
