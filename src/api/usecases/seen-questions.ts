import type { PlanRequest } from '../../domain/interview/make-plan.ts'
import type { SessionStore } from '../session-store.ts'
import type { SessionLog } from '../../storage/session-log.ts'

/** Sessions looked back on to avoid asking the same again. */
const LOOK_BACK = 50

/** Question ids that the owner has been asked in earlier sessions. */
export async function seenQuestions(
  log: SessionLog,
  sessions: SessionStore,
  ownerId: string,
): Promise<PlanRequest['seen']> {
  const ids = (await log.listByOwner(ownerId)).slice(0, LOOK_BACK)
  const earlier = await Promise.all(ids.map((id) => sessions.find(id)))
  return new Set(
    earlier.flatMap((session) =>
      Object.values(session?.state.questions ?? {})
        .filter(({ asked }) => asked.length > 0)
        .map(({ id }) => id),
    ),
  )
}
