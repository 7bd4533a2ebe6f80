import type { NewEvent, SessionEvent } from './event.ts'
import type { SessionState } from './state.ts'

/**
 * Places new events behind a session's last one.
 *
 * @param cause makes their ids: the same for the same cause, so that an append can be repeated
 * @param nowMs milliseconds since 1970
 */
export function placeEvents(
  state: SessionState,
  events: readonly NewEvent[],
  cause: string,
  nowMs: number,
): SessionEvent[] {
  const createdAt = state.createdAt || nowMs
  const at = Math.max(state.lastAt, nowMs - createdAt)
  return events.map((event, index) => ({
    ...event,
    id: `${cause}#${index + 1}`,
    seq: state.seq + index + 1,
    at,
  }))
}
