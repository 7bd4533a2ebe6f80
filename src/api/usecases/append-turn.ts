import type { SessionEvent } from '../../domain/interview/event.ts'
import { fold } from '../../domain/interview/fold.ts'
import { initialState } from '../../domain/interview/initial-state.ts'
import { silenceAfter } from '../../domain/interview/silence-after.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import type { Frame } from '../../wire/frame.ts'
import { snippetCards } from '../../wire/snippet-card.ts'
import { toFrames } from '../../wire/to-frames.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import type { Session, Source } from '../session-store.ts'
import { suggestFollowUp } from './suggest-follow-up.ts'

/** Appends by other tabs or processes that are waited out before giving up. */
const ATTEMPTS = 5

/** What a turn comes to: the events to append, none when it was taken before, and whose answer is told. */
export interface Decision {
  turnId: string
  events: SessionEvent[]
}

/**
 * Decides on an interview as it stands, appends what was decided and gives the answer to the turn. Turn and answer are
 * one append, on disk before this resolves. `decide` is asked again when somebody else appended first. What this process
 * remembers will do for a decision that is appended, since the log refuses one that came too late: one trip to the store
 * where it remembers, two where it does not. A refusal, or that there is nothing to append, is decided on the log.
 * @param open reads the interview from there, or refuses
 * @param signal once aborted, nothing is appended any more
 * @throws Fault `broken-off`, `busy`, and what `open` and `decide` throw.
 */
export async function appendTurn(
  dependencies: Dependencies,
  id: string,
  open: (source: Source) => Promise<Session>,
  decide: (session: Session) => Decision,
  signal?: AbortSignal,
): Promise<Frame[]> {
  const { sessions } = dependencies
  async function take(source: Source): Promise<Frame[] | undefined> {
    const session = await open(source)
    const { turnId, events } = decide(session)
    if (signal?.aborted)
      throw new Fault('broken-off', 'The request was broken off before its turn was taken.')
    if (events.length === 0)
      return source === 'log' ? framesOf(dependencies, session, session.events, turnId) : undefined
    if ((await sessions.append(session, events)) !== 'ok') return undefined
    dependencies.background(suggestFollowUp(dependencies, id))
    return framesOf(dependencies, session, [...session.events, ...events], turnId)
  }
  return sessions.inTurn(id, async () => {
    const remembered = await take('cache').catch(unlessRefused)
    if (remembered) return remembered
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const taken = await take('log')
      if (taken) return taken
    }
    throw new Fault('busy', 'The session kept changing while this turn was being answered.')
  })
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Fault)) throw error
}

/** The answer to a turn as it stood right after it, from a log that may go on. */
function framesOf({ bank }: Dependencies, session: Session, log: SessionEvent[], turnId: string): Frame[] {
  const own = answerTo(log, turnId)
  const state = stateAfter(session, log.slice(0, own.at(-1)?.seq))
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

/** The events of a turn; of one that was said in other words, those since the last of them. */
function answerTo(log: SessionEvent[], turnId: string): SessionEvent[] {
  const own = log.filter(({ id }) => id.startsWith(`turn:${turnId}#`) || id.startsWith(`turn:${turnId}~`))
  return own.slice(
    Math.max(
      0,
      own.findLastIndex(({ kind }) => kind === 'turn-revised'),
    ),
  )
}

function stateAfter(session: Session, events: SessionEvent[]): SessionState {
  return events.length >= session.events.length
    ? events.slice(session.events.length).reduce(fold, session.state)
    : events.reduce(fold, initialState())
}
