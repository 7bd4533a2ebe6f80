import type { NewEvent } from '../../domain/interview/event.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import type { ClientEvent } from '../../wire/sessions.ts'
import { Fault } from '../failure.ts'

/** Conversations of one session at most; a line that breaks makes a new one. */
const MOST_CALLS = 300

/**
 * What an agreement to be recorded, its withdrawal or the beginning of a call adds to the log; nothing when it is known.
 * Only the withdrawal is taken at any time.
 * @throws Fault `session-finished`, `invalid` for a call too many
 */
export function toRecordingEvents(
  state: SessionState,
  event: Extract<ClientEvent, { kind: 'recording-consent' | 'call-started' }>,
): NewEvent[] {
  const isWithdrawal = event.kind === 'recording-consent' && !event.on
  if (state.phase === 'finished' && !isWithdrawal) {
    throw new Fault('session-finished', 'This interview has been finished.')
  }
  if (event.kind === 'recording-consent') {
    return event.on === state.recordingAgreed ? [] : [{ kind: 'recording-agreed', on: event.on }]
  }
  const { conversationId } = event
  if (state.calls.some((call) => call.conversationId === conversationId)) return []
  if (state.calls.length >= MOST_CALLS) {
    throw new Fault('invalid', `conversationId: this session has had ${MOST_CALLS} conversations.`)
  }
  return [{ kind: 'call-started', conversationId }]
}
