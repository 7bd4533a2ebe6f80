import type { Bank } from '../../catalog/bank.ts'
import type { Finder } from '../../grading/finder.ts'
import type { NewEvent, SessionEvent } from '../event.ts'
import { findQuestion } from '../find-question.ts'
import { fold } from '../fold.ts'
import type { Plan } from '../plan.ts'
import type { Question } from '../question.ts'
import type { SessionState } from '../state.ts'
import { withSuggestion } from '../with-suggestion.ts'

/** What the director looks things up in. */
export interface Sources {
  bank: Bank
  finder: Finder
}

/** A turn as it reaches the director: times in ms, `at` since the session was created. */
export interface Turn {
  turnId: string
  text: string
  at: number
  startMs: number
  endMs: number
  source: 'typed' | 'voice'
  unsure: [number, number][]
  /** The call that the turn came by, if any. */
  callId?: string
  /** Tells the events of an answer given anew from those of the answer before it. */
  revision?: number
}

/** The answer to one turn in the making: events so far, and the state with them folded in. */
export interface Draft {
  sources: Sources
  plan: Plan
  turn: Turn
  state: SessionState
  events: SessionEvent[]
}

/** The draft with one more event, which gets its id from the turn, its `seq` and its `at`. */
export function emit(draft: Draft, event: NewEvent): Draft {
  const { turnId, revision } = draft.turn
  const cause = revision === undefined ? `turn:${turnId}` : `turn:${turnId}~${revision}`
  const placed: SessionEvent = {
    ...event,
    id: `${cause}#${draft.events.length + 1}`,
    seq: draft.state.seq + 1,
    at: Math.max(draft.turn.at, draft.state.lastAt),
  }
  return { ...draft, state: fold(draft.state, placed), events: [...draft.events, placed] }
}

/** Something said that asks nothing new. */
export function reply(draft: Draft, text: string, act: 'reply' | 'nudge' | 'close' = 'reply'): Draft {
  return emit(draft, { kind: 'agent-said', text, by: 'planned', act })
}

/** The question with this id, as this session's plan words it, with what a model has proposed for it. */
export function questionOf(draft: Draft, id: string): Question {
  return withSuggestion(draft.state, findQuestion(draft.sources.bank, draft.plan, id))
}
