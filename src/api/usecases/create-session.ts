import { makePlan } from '../../domain/interview/make-plan.ts'
import { checkJd } from '../../domain/jd/check-jd.ts'
import { readJd } from '../../domain/jd/read-jd.ts'
import type { CreateSession, SessionCreated } from '../../wire/sessions.ts'
import { toPublicPlan } from '../../wire/to-public-plan.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import type { Session } from '../session-store.ts'
import { initialState } from '../../domain/interview/initial-state.ts'
import { seenQuestions } from './seen-questions.ts'

/**
 * Reads the job description and makes the plan of a new session.
 * @throws Fault `jd-...` when the text cannot be a job description, `invalid` for an unknown focus.
 */
export async function createSession(
  { bank, log, sessions, now, newId, newSeed }: Dependencies,
  request: CreateSession,
  ownerId: string,
): Promise<SessionCreated> {
  const checked = checkJd(request.jd)
  if (!checked.ok) throw new Fault(checked.code, checked.message, checked.hint)
  const unknown = request.focus.find((id) => !bank.competencies.some((item) => item.id === id))
  if (unknown) throw new Fault('invalid', `focus: there is no focus area ${unknown}.`)
  const profile = readJd(checked.text, bank)
  const { level, domain, focus, extraTime } = request
  const seen = await seenQuestions(log, sessions, ownerId)
  const seed = newSeed()
  const plan = makePlan({ profile, level, domain, focus, drop: [], add: [], extraTime, seed, seen }, bank)
  const session: Session = { id: newId(), events: [], state: initialState() }
  const createdAt = now()
  const settings = { ownerId, createdAt, jd: profile.text, profile, level, domain, focus, extraTime }
  const events = placeEvents(
    session.state,
    [
      { kind: 'created', ...settings, engine: 'typed' },
      { kind: 'plan-made', plan },
    ],
    'create',
    createdAt,
  )
  await sessions.append(session, events, ownerId)
  return { id: session.id, plan: toPublicPlan(plan, bank, profile.kind === 'engineering') }
}
