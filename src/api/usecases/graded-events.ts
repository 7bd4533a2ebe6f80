import type { NewEvent } from '../../domain/interview/event.ts'
import { fold } from '../../domain/interview/fold.ts'
import { buildReport } from '../../domain/report/build-report.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Session } from '../session-store.ts'
import { proposeEvidence } from './propose-evidence.ts'

/**
 * The events that grade a session as it stands after `events`: what a language model proposed, where one is set up, and
 * `graded`.
 */
export async function gradedEvents(
  dependencies: Dependencies,
  session: Session,
  events: readonly NewEvent[],
): Promise<NewEvent[]> {
  const { bank, finder, now } = dependencies
  const stateAfter = (after: readonly NewEvent[]) => {
    return placeEvents(session.state, after, 'grade', now()).reduce(fold, session.state)
  }
  const proposed = await proposeEvidence(dependencies, stateAfter(events))
  const state = stateAfter([...events, ...proposed])
  const createdAt = new Date(now()).toISOString()
  return [...proposed, { kind: 'graded', report: buildReport(state, bank, finder, createdAt, session.id) }]
}
