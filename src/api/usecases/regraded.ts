import { regrade } from '../../domain/appeal/regrade.ts'
import type { NewEvent } from '../../domain/interview/event.ts'
import { fold } from '../../domain/interview/fold.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Session } from '../session-store.ts'
import { proposeEvidence } from './propose-evidence.ts'

/**
 * The report after a correction, where there was one before, and what a language model proposed for its question, where
 * one is set up; nothing for other events.
 */
export async function regraded(
  dependencies: Dependencies,
  { state }: Session,
  events: readonly NewEvent[],
): Promise<NewEvent[]> {
  const { bank, finder, now } = dependencies
  const { report: previous } = state
  const corrected = events.find((event) => event.kind === 'transcript-corrected')
  if (!previous || !corrected) return []
  const { turnId } = corrected
  const stateAfter = (after: readonly NewEvent[]) =>
    placeEvents(state, after, 'correct', now()).reduce(fold, state)
  const proposed = await proposeEvidence(dependencies, stateAfter(events), turnId)
  const of = {
    previous,
    state: stateAfter([...events, ...proposed]),
    turnId,
    at: new Date(now()).toISOString(),
  }
  return [...proposed, { kind: 'graded', report: regrade(of, bank, finder) }]
}
