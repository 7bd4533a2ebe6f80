import { atMostHourly } from '../at-most-hourly.ts'
import type { Dependencies } from '../dependencies.ts'
import { expireSession } from './expire-session.ts'

/** Sessions that began longer ago have ended: a session is graded when it was left for a week. */
const LOOKS_BACK_MS = 30 * 24 * 60 * 60 * 1000

/** Grades the sessions that were left for longer than they can be resumed. It looks once an hour, whoever sweeps. */
export async function expireSessions(dependencies: Dependencies): Promise<void> {
  if (!(await atMostHourly(dependencies, 'sessions'))) return
  const { log, sessions, now } = dependencies
  for (const id of await log.listBegun(now() - LOOKS_BACK_MS, now())) {
    const session = await sessions.find(id)
    if (session) await expireSession(dependencies, session)
  }
}
