import type { NewEvent } from '../../domain/interview/event.ts'
import { initialState } from '../../domain/interview/initial-state.ts'
import type { Origin } from '../../domain/interview/origin.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Plan } from '../../domain/interview/plan.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import type { JdProfile } from '../../domain/jd/jd-profile.ts'
import type { SessionCreated } from '../../wire/sessions.ts'
import { toPublicPlan } from '../../wire/to-public-plan.ts'
import type { Dependencies } from '../dependencies.ts'

/**
 * Keeps a new session with its plan, ready to be joined.
 *
 * @param read what is logged of how the job description was read, and where the candidate came from
 */
export async function openSession(
  { bank, sessions, now, newId }: Dependencies,
  ownerId: string,
  profile: JdProfile,
  domain: SessionState['domain'],
  plan: Plan,
  { events: read = [], origin }: { events?: readonly NewEvent[]; origin?: Origin | undefined } = {},
): Promise<SessionCreated> {
  const id = newId()
  const createdAt = now()
  const { level, focus, extraTime } = plan
  const came = origin ? { origin } : {}
  const settings = { ownerId, createdAt, jd: profile.text, profile, level, domain, focus, extraTime, ...came }
  const events = placeEvents(
    initialState(),
    [{ kind: 'created', ...settings, engine: 'typed' }, ...read, { kind: 'plan-made', plan }],
    'create',
    createdAt,
  )
  await sessions.append({ id, events: [], state: initialState() }, events, ownerId)
  return { id, plan: toPublicPlan(plan, bank, profile.kind === 'engineering') }
}
