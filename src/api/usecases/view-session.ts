import type { SessionView } from '../../wire/sessions.ts'
import { snippetCards } from '../../wire/snippet-card.ts'
import { toPublicEvents } from '../../wire/to-public-events.ts'
import { toPublicPlan } from '../../wire/to-public-plan.ts'
import { toPublicState } from '../../wire/to-public-state.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { expireSession } from './expire-session.ts'

/**
 * A session's state and the public events after `from`, for its owner.
 * @throws Fault `not-found`.
 */
export async function viewSession(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
  from: number,
): Promise<SessionView> {
  const { bank, sessions } = dependencies
  const session = await expireSession(dependencies, await sessions.own(id, ownerId))
  const { plan, profile } = session.state
  if (!plan) throw new Fault('not-found', 'There is no such session.')
  const cardOf = snippetCards(bank, id)
  return {
    id,
    state: toPublicState(session.state, bank, cardOf),
    plan: toPublicPlan(plan, bank, profile?.kind === 'engineering'),
    events: toPublicEvents(session.events.slice(from), cardOf),
  }
}
