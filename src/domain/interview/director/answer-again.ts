import type { SessionEvent } from '../event.ts'
import { isRevisable } from '../is-revisable.ts'
import type { SessionState } from '../state.ts'
import { answer } from './answer.ts'
import type { Draft, Sources, Turn } from './draft.ts'
import { emit } from './draft.ts'
import { hearTerms } from './hear-terms.ts'

/**
 * The interviewer's answer to the candidate's last turn in other words, as events to append; what was answered to the
 * old ones is withdrawn. Pure, like `direct`.
 * @throws Error when the turn is not the last one or the interview is finished; callers check with `isRevisable`.
 */
export function answerAgain(state: SessionState, turn: Turn, sources: Sources): SessionEvent[] {
  const said = state.transcript.findLast(
    ({ speaker, turnId }) => speaker === 'candidate' && turnId === turn.turnId,
  )
  if (!state.plan || !said || !isRevisable(state, turn.turnId)) {
    throw new Error(`the turn ${turn.turnId} can no longer be said in other words`)
  }
  const { turnId, text } = turn
  const asked = state.provisional?.before ?? state
  const draft: Draft = {
    sources,
    plan: state.plan,
    turn: { ...turn, revision: state.seq },
    state,
    events: [],
  }
  const words = { turnId, text, ...hearTerms(draft, { ...state, current: asked.current }) }
  return answer(emit(draft, { kind: 'turn-revised', ...words, since: said.seq })).events
}
