import type { SessionEvent } from '../interview/event.ts'
import { readSurvey } from '../interview/read-survey.ts'
import type { SessionState } from '../interview/state.ts'
import type { SessionFacts } from './session-facts.ts'

/**
 * What the operator may know of a session.
 *
 * @param covered competencies that the bank has questions about
 * @param paid a credit was spent on it
 */
export function factsOf(
  state: SessionState,
  events: readonly SessionEvent[],
  covered: ReadonlySet<string>,
  paid: boolean,
): SessionFacts {
  return {
    origin: state.origin ?? {},
    practice: state.plan?.practice !== undefined,
    engine: state.engine,
    started: state.startedAt !== undefined,
    reachedCode: events.some((event) => event.kind === 'section-entered' && event.section === 'B'),
    completed: events.some((event) => event.kind === 'agent-said' && event.act === 'close'),
    graded: state.report !== undefined,
    paid,
    survey: readSurvey(state.survey),
    modelCost: events.reduce((sum, event) => sum + ('cost' in event ? (event.cost ?? 0) : 0), 0),
    callMs: state.calls.reduce((sum, call) => sum + (call.ended?.durationMs ?? 0), 0),
    failures: events.flatMap(failureOf),
    uncovered: (state.profile?.competencies ?? []).map(({ id }) => id).filter((id) => !covered.has(id)),
  }
}

function failureOf(event: SessionEvent): string[] {
  if (event.kind === 'call-ended') return event.outcome === 'failed' ? ['call'] : []
  return 'failed' in event && event.failed ? [`model ${event.failed}`] : []
}
