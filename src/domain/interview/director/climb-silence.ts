import type { Draft } from './draft.ts'
import { emit, questionOf, reply } from './draft.ts'
import { moveOn } from './move-on.ts'
import { closeInterview } from './wrap-up.ts'

/** One rung of the silence ladder: wait, reassure, offer, move on. On hold nothing climbs. */
export function climbSilence(draft: Draft): Draft {
  const rung = draft.state.onHold ? draft.state.silenceRung : Math.min(draft.state.silenceRung + 1, 4)
  const noted = emit(draft, { kind: 'silence-noted', turnId: draft.turn.turnId, rung })
  if (draft.state.onHold || rung <= 1) return noted
  if (rung === 2) return reply(noted, 'Take the time you need.')
  if (rung === 3) return reply(noted, offer(draft))
  const current = draft.state.current
  if (!current || draft.state.section === 'D') return closeInterview(noted)
  if (current.askId !== 'opener') return moveOn(noted)
  const { id } = questionOf(draft, current.questionId)
  return moveOn(emit(noted, { kind: 'question-closed', questionId: id, reason: 'silent' }))
}

function offer({ state }: Draft): string {
  const reading = state.section === 'B' ? 'read lines aloud, ' : ''
  const hint = state.level === 'mid' && state.section === 'B' ? 'give you a hint, ' : ''
  return `I can repeat the question, ${reading}${hint}or go on to the next one. Which would you like?`
}
