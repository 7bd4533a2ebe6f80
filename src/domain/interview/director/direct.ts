import type { SessionEvent } from '../event.ts'
import type { SessionState } from '../state.ts'
import { answer } from './answer.ts'
import type { Draft, Sources, Turn } from './draft.ts'
import { emit } from './draft.ts'
import { climbSilence } from './climb-silence.ts'
import { hearTerms } from './hear-terms.ts'
import { openInterview } from './open-interview.ts'

/**
 * The interviewer's whole answer to one turn, as events to append; folding them in gives the next state.
 * Pure: the same state, turn and content always give the same events.
 * @throws Error when the session has no plan or is not open for turns; callers check the phase first.
 */
export function direct(state: SessionState, turn: Turn, sources: Sources): SessionEvent[] {
  if (!state.plan) throw new Error('a session without a plan takes no turns')
  const draft: Draft = { sources, plan: state.plan, turn, state, events: [] }
  if (state.phase === 'ready') return openInterview(draft).events
  if (state.phase !== 'live') throw new Error(`a session that is ${state.phase} takes no turns`)
  const back = state.away ? emit(draft, { kind: 'returned' }) : draft
  if (turn.text.trim() === '') return climbSilence(back).events
  const { turnId, text, startMs, endMs, source } = turn
  const words = { turnId, text, startMs, endMs, source, ...hearTerms(back, state) }
  return answer(emit(back, { kind: 'candidate-said', ...words })).events
}
