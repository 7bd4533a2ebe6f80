import { regrade } from '../../domain/appeal/regrade.ts'
import type { NewEvent } from '../../domain/interview/event.ts'
import { fold } from '../../domain/interview/fold.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Session } from '../session-store.ts'

/** The report after a correction, where there was one before; nothing for other events. */
export function regraded(
  { bank, finder, now }: Dependencies,
  { state }: Session,
  events: readonly NewEvent[],
): NewEvent[] {
  const { report: previous } = state
  const corrected = events.find((event) => event.kind === 'transcript-corrected')
  if (!previous || !corrected) return []
  const nowMs = now()
  const after = placeEvents(state, [...events], 'correct', nowMs).reduce(fold, state)
  const of = { previous, state: after, turnId: corrected.turnId, at: new Date(nowMs).toISOString() }
  return [{ kind: 'graded', report: regrade(of, bank, finder) }]
}
