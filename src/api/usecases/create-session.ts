import { makePlan } from '../../domain/interview/make-plan.ts'
import { checkJd } from '../../domain/jd/check-jd.ts'
import type { CreateSession, SessionCreated } from '../../wire/sessions.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { readPosting } from './read-posting.ts'
import { openSession } from './open-session.ts'
import { requireTrack } from './require-track.ts'
import { seenQuestions } from './seen-questions.ts'

/**
 * Reads the job description and makes the plan of a new session.
 * @throws Fault `jd-...` when the text cannot be a job description, `invalid` for an unknown domain or focus.
 */
export async function createSession(
  dependencies: Dependencies,
  request: CreateSession,
  ownerId: string,
): Promise<SessionCreated> {
  const { bank, log, sessions, newSeed } = dependencies
  const checked = checkJd(request.jd)
  if (!checked.ok) throw new Fault(checked.code, checked.message, checked.hint)
  requireTrack(bank, 'domain', request.domain)
  const unknown = request.focus.find((id) => !bank.competencies.some((item) => item.id === id))
  if (unknown) throw new Fault('invalid', `focus: there is no focus area ${unknown}.`)
  const { profile, events } = await readPosting(dependencies, checked.text)
  const { level, domain, focus, extraTime } = request
  const seen = await seenQuestions(log, sessions, ownerId)
  const wanted = { profile, level, domain, focus, drop: [], add: [], extraTime }
  const plan = makePlan({ ...wanted, seed: newSeed(), seen }, bank)
  return openSession(dependencies, ownerId, profile, domain, plan, { events, origin: request.origin })
}
