import { placeEvents } from '../../domain/interview/place-events.ts'
import type { CallFacts } from '../../voice/call-service.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'

/** Appends by other processes that are waited out before giving up. */
const ATTEMPTS = 5

/**
 * Keeps the facts of a call that is over in the log of the session it was for, once. What was said is in the log already
 * and is not taken over. A call for no session of ours is let by.
 * @throws Fault `busy`
 */
export async function recordCallEnd(dependencies: Dependencies, facts: CallFacts): Promise<void> {
  const { sessions, now } = dependencies
  const { sessionId, ...told } = facts
  const { conversationId } = facts
  if (sessionId === undefined) return
  await sessions.inTurn(sessionId, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const session = await sessions.find(sessionId)
      if (!session) return
      const cause = `call-ended:${conversationId}`
      const events = placeEvents(session.state, [{ kind: 'call-ended', ...told }], cause, now())
      if ((await sessions.append(session, events)) !== 'conflict') return
    }
    throw new Fault('busy', 'The session kept changing while the end of a call was being noted.')
  })
}
