import type { SessionEvent } from './event.ts'
import { isRevisable } from './is-revisable.ts'
import { sinceStart } from './since-start.ts'
import type { Entry, Patch, SessionState } from './state.ts'
import { withoutTerms } from './without-terms.ts'

type Revision = Extract<SessionEvent, { kind: 'turn-revised' }>

/**
 * Another text for the candidate's last turn. With `since`, the interview stands again as it did before the turn,
 * which is then taken in its new words: what the interviewer made of the old ones never happened. Clock, marks, notes
 * and whatever else the candidate did meanwhile stay. Without `since`, or for an older turn, only the words change.
 */
export function foldRevision(state: SessionState, event: Revision): Patch {
  const { turnId, text } = event
  const isTurn = (entry: Entry) => entry.speaker === 'candidate' && entry.turnId === turnId
  const entry = state.transcript.findLast(isTurn)
  if (!entry || !state.provisional || event.since === undefined || !isRevisable(state, turnId)) {
    return {
      transcript: state.transcript.map((each) => (isTurn(each) ? { ...withoutTerms(each), text } : each)),
    }
  }
  const { before } = state.provisional
  const endMs = Math.max(entry.endMs, sinceStart(state))
  const { unsure = [], terms } = event
  const said = { ...withoutTerms(entry), text, endMs, unsure, ...(terms ? { terms } : {}) }
  const transcript = [...before.transcript, said]
  const kept = new Set(transcript.map((each) => each.turnId))
  const withdrawn = new Set(state.transcript.map((each) => each.turnId).filter((id) => !kept.has(id)))
  const moved = <T extends { turnId: string }>(item: T): T =>
    withdrawn.has(item.turnId) ? { ...item, turnId } : item
  return {
    ...before,
    transcript,
    sectionSaid: before.sectionSaid + 1,
    silenceRung: 0,
    turns: state.turns.map((turn) => (turn.turnId === turnId ? { ...turn, text } : turn)),
    marks: state.marks.map(moved),
    notes: state.notes.map(moved),
    onHold: false,
    away: false,
  }
}
