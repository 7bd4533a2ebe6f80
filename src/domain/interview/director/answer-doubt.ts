import type { NewEvent } from '../event.ts'
import type { Question } from '../question.ts'
import type { Doubt } from '../state.ts'
import { didYouSay } from './doubt-term.ts'
import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'
import { handleRequest } from './handle-request.ts'
import type { Intent } from './intent.ts'
import { moveOn } from './move-on.ts'
import { readConfirmation } from './read-confirmation.ts'
import { settleTerm } from './settle-term.ts'

interface Reply {
  intent: Intent
  /** What the finder hears in the turn itself. */
  heard: Extract<NewEvent, { kind: 'points-heard' }>
}

/** These ask to hear "Did you say ...?" once more. */
const asksAgain = new Set<Intent['kind']>(['repeat', 'rephrase', 'check-in'])

/** These are met while it waits. */
const waits = new Set<Intent['kind']>([
  'think',
  'time-left',
  'ask-answer',
  'ask-verdict',
  'about-us',
  'about-format',
])

/** These take up the question on the table again, which was answered already, or end the interview. */
const reopens = new Set<Intent['kind']>([
  'stop',
  'back',
  'read-code',
  'read-lines',
  'hint',
  'clarify',
  'wonder',
])

/**
 * What follows a turn after "Did you say ...?". Yes and no settle it and the interview goes on where it had stopped;
 * so does anything else that is said, with the term left open and what was said heard as part of the answer before.
 * None of it takes a turn of the section.
 */
export function answerDoubt(draft: Draft, question: Question, doubt: Doubt, { intent, heard }: Reply): Draft {
  const outcome = readConfirmation(draft.turn.text, doubt.term)
  if (outcome === 'else') {
    if (asksAgain.has(intent.kind)) return reply(draft, didYouSay(doubt.term))
    if (waits.has(intent.kind)) return handleRequest(draft, question, intent)
    if (reopens.has(intent.kind)) return handleRequest(settleTerm(draft, doubt, 'open'), question, intent)
  }
  const settled = settleTerm(draft, doubt, outcome === 'else' ? 'open' : outcome)
  const saysMore = heard.points.length > 0 || heard.signals.length > 0
  return moveOn(saysMore ? emit(settled, { ...heard, goesOn: true }) : settled, 'answered')
}
