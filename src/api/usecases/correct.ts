import { correctTurn } from '../../domain/appeal/correct-turn.ts'
import type { NewEvent, SessionEvent } from '../../domain/interview/event.ts'
import { fold } from '../../domain/interview/fold.ts'
import { initialState } from '../../domain/interview/initial-state.ts'
import type { ClientEvent } from '../../wire/sessions.ts'
import { Fault } from '../failure.ts'
import type { Session } from '../session-store.ts'

/** Corrections of one session: more than anybody needs, and an end to trying words one by one. */
const MOST = 40

type Correction = Extract<ClientEvent, { kind: 'correction' }>

/**
 * What a correction comes to: nothing when the turn reads so already. It is judged against what was first taken down,
 * however often the turn was corrected since.
 * @throws Fault `invalid`, `too-many-corrections`.
 */
export function correct({ events, state }: Session, { turnId, text }: Correction): NewEvent[] {
  const isCorrection = ({ kind }: SessionEvent) => kind === 'transcript-corrected'
  const find = ({ transcript }: Session['state']) =>
    transcript.find((entry) => entry.speaker === 'candidate' && entry.turnId === turnId)
  const now = find(state)
  const taken = find(events.filter((event) => !isCorrection(event)).reduce(fold, initialState()))
  if (!now || !taken) throw new Fault('invalid', `turnId: there is no turn ${turnId} of the candidate.`)
  if (text.trim() === '') throw new Fault('invalid', 'text: write what you said. It cannot be empty.')
  if (text === (now.rewritten ?? now.text)) return []
  if (events.filter(isCorrection).length >= MOST) {
    throw new Fault('too-many-corrections', `This interview has been corrected ${MOST} times.`)
  }
  return [correctTurn(taken, text)]
}
