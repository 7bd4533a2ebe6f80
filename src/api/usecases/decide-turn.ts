import { answerAgain } from '../../domain/interview/director/answer-again.ts'
import { direct } from '../../domain/interview/director/direct.ts'
import type { Turn } from '../../domain/interview/director/draft.ts'
import type { SessionEvent } from '../../domain/interview/event.ts'
import { isRevisable } from '../../domain/interview/is-revisable.ts'
import type { TakeTurn } from '../../wire/sessions.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import type { Session } from '../session-store.ts'
import type { Decision } from './append-turn.ts'
import { clampTimes } from './clamp-times.ts'

export interface WantedTurn extends TakeTurn {
  /** The call that the turn came by. Such a turn is provisional: until the next begins it can get other words. */
  callId?: string
}

/**
 * What one turn comes to: the director's answer, or nothing new when it was taken before.
 * @throws Fault `not-started`, `open-takes-no-text`, `turn-conflict`, `session-finished`.
 */
export function decideTurn(dependencies: Dependencies, session: Session, wanted: WantedTurn): Decision {
  const { turnId, text, callId } = wanted
  const taken = session.state.turns.find((turn) => turn.turnId === turnId)
  if (!taken) return { turnId, events: takeNew(dependencies, session, wanted) }
  if (taken.text === text) return { turnId, events: [] }
  if (callId === undefined) {
    throw new Fault('turn-conflict', `The turn ${turnId} was sent before with another text.`)
  }
  const isNews = isRevisable(session.state, turnId) && !wasSaid(session.events, turnId, text)
  const turn = turnOf(dependencies, session, wanted)
  return { turnId, events: isNews ? answerAgain(session.state, turn, dependencies) : [] }
}

function takeNew(dependencies: Dependencies, session: Session, wanted: WantedTurn): SessionEvent[] {
  const { phase } = session.state
  const isOpening = wanted.turnId === 'open'
  if (phase === 'finished') throw new Fault('session-finished', 'This interview has been finished.')
  if (phase === 'closed') return []
  if (isOpening && wanted.text !== '')
    throw new Fault('open-takes-no-text', 'The turn "open" was sent with a text.')
  if (phase === 'ready' && !isOpening) throw new Fault('not-started', 'The interview has not started.')
  return direct(session.state, turnOf(dependencies, session, wanted), dependencies)
}

function turnOf({ now }: Dependencies, { state }: Session, wanted: WantedTurn): Turn {
  const { turnId, text, source, unsure, callId } = wanted
  const at = Math.max(state.lastAt, now() - state.createdAt)
  const times = clampTimes(state, at, wanted)
  return { turnId, text, at, ...times, source, unsure, ...(callId === undefined ? {} : { callId }) }
}

/** A text that the turn had before comes late: what replaced it stands. */
function wasSaid(log: SessionEvent[], turnId: string, text: string): boolean {
  return log.some(
    (event) =>
      (event.kind === 'candidate-said' || event.kind === 'turn-revised') &&
      event.turnId === turnId &&
      event.text === text,
  )
}
