import { makePlan } from '../../domain/interview/make-plan.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import { planRequestOf } from '../../domain/interview/plan-request-of.ts'
import type { PublicPlan } from '../../wire/public-plan.ts'
import type { CorrectPlan } from '../../wire/sessions.ts'
import { toPublicPlan } from '../../wire/to-public-plan.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { requireTrack } from './require-track.ts'
import { seenQuestions } from './seen-questions.ts'

/**
 * Makes the plan again with what the candidate corrected. Corrections add up: what was dropped stays dropped.
 * @throws Fault `not-found`, `already-started`, `invalid` for an unknown track or competency or a practice, `busy`.
 */
export async function correctPlan(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
  correction: CorrectPlan,
): Promise<PublicPlan> {
  const { bank, log, sessions, now } = dependencies
  return sessions.inTurn(id, async () => {
    const session = await sessions.own(id, ownerId)
    const { plan, profile } = session.state
    if (!plan || !profile || session.state.phase !== 'ready') {
      throw new Fault('already-started', 'The interview has started.')
    }
    if (plan.practice) throw new Fault('invalid', 'plan: a practice has one question and nothing to correct.')
    requireTrack(bank, 'track', correction.track)
    const { drop = [], add = [] } = correction
    const unknown = [...drop, ...add].find((item) => !bank.competencies.some((known) => known.id === item))
    if (unknown) throw new Fault('invalid', `add or drop: there is no competency ${unknown}.`)
    const seen = await seenQuestions(log, sessions, session.state.ownerId)
    const corrected = makePlan({ ...planRequestOf(session.state, correction), seed: plan.seed, seen }, bank)
    const events = placeEvents(
      session.state,
      [{ kind: 'plan-corrected', plan: corrected }],
      `correct-${session.state.seq}`,
      now(),
    )
    if ((await sessions.append(session, events)) === 'conflict') {
      throw new Fault('busy', 'The plan was corrected in another tab at the same time.')
    }
    return toPublicPlan(corrected, bank, profile.kind === 'engineering')
  })
}
