import type { NewEvent } from '../../domain/interview/event.ts'
import { fold } from '../../domain/interview/fold.ts'
import { buildReport } from '../../domain/report/build-report.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Session } from '../session-store.ts'

/** The `graded` event for a session as it stands after `events`. */
export function gradedEvent(
  { bank, finder, now }: Dependencies,
  session: Session,
  events: NewEvent[],
): NewEvent {
  const nowMs = now()
  const state = placeEvents(session.state, events, 'grade', nowMs).reduce(fold, session.state)
  return {
    kind: 'graded',
    report: buildReport(state, bank, finder, new Date(nowMs).toISOString(), session.id),
  }
}
