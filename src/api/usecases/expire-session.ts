import type { Dependencies } from '../dependencies.ts'
import type { Session } from '../session-store.ts'
import { finishSession } from './finish-session.ts'

/** A session can be resumed for this long after its last event, in ms: 7 days. */
const RESUMABLE_MS = 7 * 24 * 60 * 60 * 1000

/** The session as it is; one left for longer than it can be resumed is graded on what was said first. */
export async function expireSession(dependencies: Dependencies, session: Session): Promise<Session> {
  const { createdAt, lastAt, phase } = session.state
  const open = phase === 'live' || phase === 'closed'
  if (!open || dependencies.now() - createdAt - lastAt < RESUMABLE_MS) return session
  await finishSession(dependencies, session.id, session.state.ownerId)
  return (await dependencies.sessions.find(session.id)) ?? session
}
