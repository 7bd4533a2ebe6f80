import type { SessionEvent } from '../event.ts'
import type { SessionState } from '../state.ts'
import type { Draft, Sources, Turn } from './draft.ts'
import { emit, reply } from './draft.ts'

/** What is said when a call takes up an interview that another one has broken off. Nothing is asked again. */
const BACK = 'We are connected again. The question is on your screen; go on when you are ready.'

/**
 * The interviewer's first words in a call that goes on with an interview, as events to append. No turn is counted.
 * @throws Error when the interview is not live; callers check the phase first.
 */
export function pickUp(state: SessionState, turn: Turn, sources: Sources): SessionEvent[] {
  if (!state.plan || state.phase !== 'live')
    throw new Error(`a session that is ${state.phase} is not taken up`)
  const draft: Draft = { sources, plan: state.plan, turn, state, events: [] }
  return reply(state.away ? emit(draft, { kind: 'returned' }) : draft, BACK).events
}
