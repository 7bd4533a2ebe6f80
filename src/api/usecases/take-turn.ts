import { direct } from '../../domain/interview/director/direct.ts'
import type { Turn } from '../../domain/interview/director/draft.ts'
import type { SessionEvent } from '../../domain/interview/event.ts'
import { fold } from '../../domain/interview/fold.ts'
import { initialState } from '../../domain/interview/initial-state.ts'
import { silenceAfter } from '../../domain/interview/silence-after.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import type { Frame } from '../../wire/frame.ts'
import type { TakeTurn } from '../../wire/sessions.ts'
import { snippetCards } from '../../wire/snippet-card.ts'
import { toFrames } from '../../wire/to-frames.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import type { Session } from '../session-store.ts'
import { clampTimes } from './clamp-times.ts'

/** Appends by other tabs or processes that are waited out before giving up. */
const ATTEMPTS = 5

/**
 * Takes a turn and answers it. Turn and answer are one append, on disk before this resolves. The same
 * turn again gives the same frames again.
 * @throws Fault `not-found`, `not-started`, `open-takes-no-text`, `turn-conflict`, `session-finished`, `busy`.
 */
export async function takeTurn(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
  request: TakeTurn,
): Promise<Frame[]> {
  const { sessions } = dependencies
  return sessions.inTurn(id, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const session = await sessions.own(id, ownerId)
      const known = replay(dependencies, session, request)
      if (known) return known
      const events = decide(dependencies, session, request)
      if (events.length === 0) return framesOf(dependencies, session, session.events, [], request.turnId)
      if ((await sessions.append(session, events)) !== 'ok') continue
      return framesOf(dependencies, session, [...session.events, ...events], events, request.turnId)
    }
    throw new Fault('busy', 'The session kept changing while this turn was being answered.')
  })
}

function replay(dependencies: Dependencies, session: Session, request: TakeTurn): Frame[] | undefined {
  const taken = session.state.turns.find(({ turnId }) => turnId === request.turnId)
  if (!taken) return undefined
  if (taken.text !== request.text) {
    throw new Fault('turn-conflict', `The turn ${request.turnId} was sent before with another text.`)
  }
  const own = session.events.filter((event) => event.id.startsWith(`turn:${request.turnId}#`))
  const end = own.at(-1)?.seq ?? taken.seq
  return framesOf(dependencies, session, session.events.slice(0, end), own, request.turnId)
}

function decide(dependencies: Dependencies, session: Session, request: TakeTurn): SessionEvent[] {
  const { phase, createdAt, lastAt } = session.state
  const isOpening = request.turnId === 'open'
  if (phase === 'finished') throw new Fault('session-finished', 'This interview has been finished.')
  if (phase === 'closed') return []
  if (isOpening && request.text !== '')
    throw new Fault('open-takes-no-text', 'The turn "open" was sent with a text.')
  if (phase === 'ready' && !isOpening) throw new Fault('not-started', 'The interview has not started.')
  const at = Math.max(lastAt, dependencies.now() - createdAt)
  const turn: Turn = {
    turnId: request.turnId,
    text: request.text,
    at,
    ...clampTimes(session.state, at, request),
    source: request.source,
    unsure: request.unsure,
  }
  return direct(session.state, turn, dependencies)
}

/** `events` is the log up to the turn's last event, `own` are the turn's own. */
function framesOf(
  { bank }: Dependencies,
  session: Session,
  events: SessionEvent[],
  own: SessionEvent[],
  turnId: string,
): Frame[] {
  const state = stateAfter(session, events)
  const done: Frame = {
    event: 'done',
    data: {
      seq: state.seq,
      turnId,
      questionId: state.current?.questionId ?? null,
      section: state.section ?? null,
      clockMs: state.clockMs,
      silenceAfterMs: silenceAfter(state),
      ended: state.phase === 'closed' || state.phase === 'finished',
    },
  }
  return [...toFrames(own, snippetCards(bank, session.id)), done]
}

function stateAfter(session: Session, events: SessionEvent[]): SessionState {
  return events.length >= session.events.length
    ? events.slice(session.events.length).reduce(fold, session.state)
    : events.reduce(fold, initialState())
}
