import type { NewEvent } from '../../domain/interview/event.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import type { ClientEvent } from '../../wire/sessions.ts'
import { Fault } from '../failure.ts'
import { sinceStartOf } from './since-start-of.ts'

/**
 * When a spoken turn was said, as an event: between the line before it and the moment it was taken, whatever a client's
 * clock says; nothing when that is known.
 * @throws Fault `invalid` for a turn that the candidate has not spoken
 */
export function timeTurn(
  state: SessionState,
  { turnId, startedAt, endedAt }: Extract<ClientEvent, { kind: 'turn-timed' }>,
): NewEvent[] {
  const { transcript } = state
  const index = transcript.findIndex((entry) => entry.turnId === turnId && entry.spoken)
  const said = transcript[index]
  if (!said) throw new Fault('invalid', `turnId: the candidate has not spoken a turn ${turnId}.`)
  const earliest = Math.min(said.endMs, transcript[index - 1]?.endMs ?? 0)
  const within = (time: number, from: number) =>
    Math.min(Math.max(sinceStartOf(state, time), from), said.endMs)
  const startMs = within(startedAt, earliest)
  const endMs = within(endedAt, startMs)
  const isKnown = said.startMs === startMs && said.endMs === endMs
  return isKnown ? [] : [{ kind: 'turn-timed', turnId, startMs, endMs }]
}
