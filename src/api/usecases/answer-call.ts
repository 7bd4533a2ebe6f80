import { pickUp } from '../../domain/interview/director/pick-up.ts'
import { silenceDue } from '../../domain/interview/silence-due.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import type { Frame } from '../../wire/frame.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import type { InterviewPass } from '../interview-pass.ts'
import type { CallTurn } from '../read-call.ts'
import type { Session, Source } from '../session-store.ts'
import type { Decision } from './append-turn.ts'
import { appendTurn } from './append-turn.ts'
import { captureCredit } from './capture-credit.ts'
import { decideTurn } from './decide-turn.ts'

/** Longest turn taken, in characters, as on the page; a call cannot be told to send less. */
const LONGEST_TEXT = 200_000

/** Nothing is said or shown. */
const nothing: Decision = { turnId: 'none', events: [] }

/**
 * Answers what a call wants, on the log that the page answers on, too. The same history again gives the same answer
 * again; another text for the last turn replaces it; what comes late changes nothing.
 * @param signal once aborted, nothing is taken any more
 * @throws Fault `not-found`, `broken-off`, `busy`.
 */
export async function answerCall(
  dependencies: Dependencies,
  { sessionId, callId }: InterviewPass,
  wanted: CallTurn,
  signal: AbortSignal,
): Promise<Frame[]> {
  const open = async (source: Source) => {
    const session = await dependencies.sessions.find(sessionId, source)
    if (!session) throw new Fault('not-found', 'There is no such session.')
    return session
  }
  const decide = (session: Session) => decideCall(dependencies, session, callId, wanted)
  const frames = await appendTurn(dependencies, sessionId, open, decide, signal)
  if (frames.some(({ event }) => event === 'section')) {
    dependencies.background(captureCredit(dependencies, sessionId))
  }
  return frames
}

function decideCall(
  dependencies: Dependencies,
  session: Session,
  callId: string,
  wanted: CallTurn,
): Decision {
  const { phase } = session.state
  switch (wanted.kind) {
    case 'pickup':
      if (phase === 'ready' || hasOpened(session, callId))
        return take(dependencies, session, callId, 'open', '')
      return phase === 'live' ? takeUp(dependencies, session, callId) : nothing
    case 'said': {
      const isGreeting = phase === 'ready' || (wanted.first && hasOpened(session, callId))
      if (isGreeting) return take(dependencies, session, callId, 'open', '')
      return takeSaid(dependencies, session, callId, wanted.texts)
    }
    case 'silence':
      return phase === 'live' ? climb(dependencies, session, callId, wanted) : nothing
    case 'follow-up':
      return nothing
  }
}

/** This call has opened the interview, and nothing has been said since. */
function hasOpened({ events, state }: Session, callId: string): boolean {
  const started = events.find((event) => event.kind === 'started')
  return (
    state.phase === 'live' &&
    state.turns.length === 1 &&
    started?.kind === 'started' &&
    started.callId === callId
  )
}

function take(
  dependencies: Dependencies,
  session: Session,
  callId: string,
  turnId: string,
  text: string,
): Decision {
  return decideTurn(dependencies, session, { turnId, text, callId, source: 'voice', unsure: [] })
}

function takeUp(dependencies: Dependencies, { state, events }: Session, callId: string): Decision {
  const turnId = `pickup:${callId}`
  if (events.some(({ id }) => id.startsWith(`turn:${turnId}#`))) return { turnId, events: [] }
  const at = Math.max(state.lastAt, dependencies.now() - state.createdAt)
  const turn = { turnId, text: '', at, startMs: 0, endMs: 0, source: 'voice' as const, unsure: [] }
  return { turnId, events: pickUp(state, turn, dependencies) }
}

/** The last of the texts, and any before it that never reached us. */
function takeSaid(dependencies: Dependencies, session: Session, callId: string, texts: string[]): Decision {
  const number = texts.length
  const taken = numbersTaken(session.state, callId)
  const [known] = taken.filter((each) => each >= number)
  if (known !== undefined && known !== number) return { turnId: turnIdOf(callId, known), events: [] }
  if (known === undefined && session.state.phase !== 'live') return nothing
  const before = taken.findLast((each) => each < number) ?? 0
  const text = texts.slice(before).join(' ').slice(0, LONGEST_TEXT)
  return take(dependencies, session, callId, turnIdOf(callId, number), text)
}

/** A rung of the ladder when its wait is over. Before that: the last answer again if this asks for it again. */
function climb(
  dependencies: Dependencies,
  session: Session,
  callId: string,
  { number, since }: Extract<CallTurn, { kind: 'silence' }>,
): Decision {
  const { state } = session
  const turnId = `${turnIdOf(callId, number)}:silence:${since}`
  const due = silenceDue(state)
  if (due !== null && dependencies.now() - state.createdAt >= due) {
    return take(dependencies, session, callId, `${turnId}:${state.silenceRung + 1}`, '')
  }
  const last = state.turns.at(-1)?.turnId ?? ''
  return last.startsWith(`${turnId}:`) ? { turnId: last, events: [] } : nothing
}

function turnIdOf(callId: string, number: number): string {
  return `call:${callId}:${number}`
}

/** Numbers of the turns that this call has brought so far, in order. */
function numbersTaken({ turns }: SessionState, callId: string): number[] {
  const prefix = `call:${callId}:`
  return turns
    .filter(({ turnId }) => turnId.startsWith(prefix))
    .map(({ turnId }) => Number(turnId.slice(prefix.length)))
    .filter((number) => Number.isInteger(number))
    .toSorted((a, b) => a - b)
}
