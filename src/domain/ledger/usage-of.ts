import type { SessionEvent } from '../interview/event.ts'
import type { SessionState } from '../interview/state.ts'
import type { Usage } from './usage.ts'

/** Turns that a call brought, whatever the page says of how the interview is held. */
const BY_CALL = /^turn:(call|pickup):/

/** How a session stands, as far as its credit goes. @param nowMs milliseconds since 1970 */
export function usageOf(state: SessionState, events: readonly SessionEvent[], nowMs: number): Usage {
  let section = 'A'
  let calledAt: number | null = null
  let codeAt: number | null = null
  let callFailed = false
  for (const event of events) {
    if (event.kind === 'section-entered') section = event.section
    const opened = event.kind === 'started' && event.callId !== undefined
    if (opened || BY_CALL.test(event.id)) {
      calledAt = state.createdAt + event.at
      if (section !== 'A') codeAt = calledAt
    }
    if (event.kind === 'call-ended') callFailed = event.outcome === 'failed'
  }
  return {
    calledAt,
    codeAt,
    callFailed,
    finished: state.phase === 'finished',
    idleMs: nowMs - state.createdAt - state.lastAt,
    closed: events.some((event) => event.kind === 'agent-said' && event.act === 'close'),
  }
}
