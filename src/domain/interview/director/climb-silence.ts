import type { Draft } from './draft.ts'
import { emit, questionOf, reply } from './draft.ts'
import { chooseWording } from './choose-wording.ts'
import { moveOn } from './move-on.ts'
import { passOver } from './pass-over.ts'
import { settleTerm } from './settle-term.ts'
import { questionState } from '../question-state.ts'
import type { SessionState } from '../state.ts'
import { closeInterview, takeWrapUpAnswer } from './wrap-up.ts'

const reassurances = [
  'Take the time you need.',
  'No hurry, take your time.',
  "There's time; think it through.",
]

/**
 * One rung of the silence ladder: wait, reassure, offer, move on. On hold nothing climbs. "Did you say ...?" waits for
 * one rung: the answer was given, so the interview goes on.
 */
export function climbSilence(draft: Draft): Draft {
  const rung = draft.state.onHold ? draft.state.silenceRung : Math.min(draft.state.silenceRung + 1, 4)
  const noted = emit(draft, { kind: 'silence-noted', turnId: draft.turn.turnId, rung })
  if (draft.state.onHold || rung <= 1) return noted
  if (draft.state.doubt) return moveOn(settleTerm(noted, draft.state.doubt, 'open'), 'answered')
  if (rung === 2) return reply(noted, reassurance(draft))
  if (rung === 3) return reply(noted, offer(draft))
  const current = draft.state.current
  if (!current) return closeInterview(noted)
  if (draft.state.section === 'D') return takeWrapUpAnswer(noted)
  const { id } = questionOf(draft, current.questionId)
  if (current.askId !== 'opener' || questionState(draft.state, id).closed)
    return moveOn(passOver(noted), 'silent')
  return moveOn(emit(noted, { kind: 'question-closed', questionId: id, reason: 'silent' }), 'silent')
}

function reassurance({ state, plan }: Draft): string {
  const { questionId = '', askId = '' } = state.current ?? {}
  const fitting = state.section === 'D' ? reassurances.slice(0, 2) : reassurances
  return chooseWording(fitting, plan.seed, `reassure ${questionId} ${askId}`)
}

function offer({ state }: Draft): string {
  const isCode = questionIsCode(state)
  const offers = [
    'repeat the question',
    ...(isCode ? ['read lines aloud'] : []),
    ...(isCode && state.level === 'mid' ? ['give you a hint'] : []),
  ]
  const onwards = state.section === 'D' ? 'wrap up' : 'go on to the next one'
  return `I can ${offers.join(', ')} or ${onwards}. Which would you like?`
}

function questionIsCode({ current, shownSnippets }: SessionState): boolean {
  return current !== undefined && shownSnippets.includes(current.questionId)
}
