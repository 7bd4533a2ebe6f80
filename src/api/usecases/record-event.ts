import type { NewEvent } from '../../domain/interview/event.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import type { ClientEvent, EventAccepted } from '../../wire/sessions.ts'
import { snippetCards } from '../../wire/snippet-card.ts'
import { toPublicState } from '../../wire/to-public-state.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { awaitCall } from './await-call.ts'
import { deleteRecording } from './delete-recording.ts'
import { correct } from './correct.ts'
import { regraded } from './regraded.ts'
import { timeTurn } from './time-turn.ts'
import { toRecordingEvents } from './to-recording-events.ts'

/**
 * Records what the candidate did that is not an answer. With an `eventId`, the same event again changes nothing.
 * @throws Fault `not-found`, `not-started`, `session-finished`, `invalid`, `too-many-corrections`, `busy`.
 */
export async function recordEvent(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
  event: ClientEvent,
): Promise<EventAccepted> {
  const { bank, blobs, sessions, now } = dependencies
  return sessions.inTurn(id, async () => {
    const session = await sessions.own(id, ownerId)
    const events = event.kind === 'correction' ? correct(session, event) : toEvents(session.state, event)
    const cause = event.eventId ? `event:${event.eventId}` : `event:${session.state.seq}:${event.kind}`
    const all = [...events, ...(await regraded(dependencies, session, events))]
    if (event.kind === 'call-started') await awaitCall(dependencies, event.conversationId, id)
    if (all.length > 0) {
      const result = await sessions.append(session, placeEvents(session.state, all, cause, now()))
      if (result === 'conflict') throw new Fault('busy', 'Another tab changed the session at the same time.')
    }
    if (event.kind === 'recording-consent' && !event.on) await deleteRecording(blobs, id)
    const { state } = await sessions.own(id, ownerId)
    return { seq: state.seq, state: toPublicState(state, bank, snippetCards(bank, id)) }
  })
}

function toEvents(state: SessionState, event: Exclude<ClientEvent, { kind: 'correction' }>): NewEvent[] {
  if (event.kind === 'survey') return [{ kind: 'survey-answered', answers: event.answers }]
  if (event.kind === 'recording-consent' || event.kind === 'call-started') {
    return toRecordingEvents(state, event)
  }
  if (state.phase === 'finished') throw new Fault('session-finished', 'This interview has been finished.')
  if (state.phase !== 'live' && state.phase !== 'closed') {
    throw new Fault('not-started', 'The interview has not started.')
  }
  switch (event.kind) {
    case 'hold':
      if (event.on === state.onHold) return []
      return [{ kind: event.on ? 'hold-started' : 'hold-ended' }]
    case 'mark':
      return [{ kind: 'moment-marked', ...(event.turnId ? { turnId: event.turnId } : {}) }]
    case 'note':
      return [{ kind: 'note-added', text: event.text }]
    case 'lines-selected': {
      const { snippetId, from, to } = event
      if (!state.shownSnippets.includes(snippetId))
        throw new Fault('invalid', `snippetId: ${snippetId} is not on screen.`)
      return [{ kind: 'lines-selected', snippetId, from: Math.min(from, to), to: Math.max(from, to) }]
    }
    case 'interrupted':
      return [{ kind: 'agent-interrupted', heard: event.heard }]
    case 'turn-timed':
      return timeTurn(state, event)
    case 'left':
      return state.away ? [] : [{ kind: 'left' }]
    case 'returned':
      return state.away ? [{ kind: 'returned' }] : []
  }
}
