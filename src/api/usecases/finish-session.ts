import type { NewEvent } from '../../domain/interview/event.ts'
import type { Report } from '../../domain/report/report.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { gradedEvents } from './graded-events.ts'

/**
 * Ends the interview, whenever, and grades what was said. The same report again when repeated.
 * @throws Fault `not-found`, `busy`.
 */
export async function finishSession(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
): Promise<Report> {
  const { sessions, now } = dependencies
  return sessions.inTurn(id, async () => {
    const session = await sessions.own(id, ownerId)
    if (session.state.report) return session.state.report
    const finished: NewEvent = { kind: 'finished' }
    const endedAt = now()
    const graded = await gradedEvents(dependencies, session, [finished])
    await sessions.append(session, placeEvents(session.state, [finished, ...graded], 'finish', endedAt))
    const again = await sessions.own(id, ownerId)
    if (again.state.report) return again.state.report
    throw new Fault(
      'busy',
      'Another tab was answering while the interview was being finished.',
      'Finish it again.',
    )
  })
}
