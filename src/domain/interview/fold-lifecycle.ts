import type { SessionEvent } from './event.ts'
import type { Patch, SessionState } from './state.ts'

type LifecycleEvent = Extract<
  SessionEvent,
  {
    kind:
      | 'created'
      | 'posting-read'
      | 'plan-made'
      | 'plan-corrected'
      | 'engine-chosen'
      | 'started'
      | 'left'
      | 'returned'
      | 'hold-started'
      | 'hold-ended'
      | 'finished'
      | 'evidence-proposed'
      | 'graded'
      | 'survey-answered'
  }
>

/** Beginning, pauses and end of a session. */
export function foldLifecycle(state: SessionState, event: LifecycleEvent): Patch {
  switch (event.kind) {
    case 'created': {
      const { ownerId, createdAt, jd, profile, level, domain, focus, extraTime, engine, origin } = event
      const settings = { jd, profile, level, domain, focus, extraTime, engine }
      return { ownerId, createdAt, ...settings, ...(origin ? { origin } : {}) }
    }
    case 'posting-read':
      return {}
    case 'plan-made':
    case 'plan-corrected':
      return state.phase === 'draft' || state.phase === 'ready' ? planned(event.plan) : {}
    case 'engine-chosen':
      return { engine: event.engine }
    case 'started':
      if (state.phase !== 'ready') return {}
      return {
        phase: 'live',
        startedAt: event.at,
        turns: [...state.turns, { turnId: event.turnId, text: '', seq: event.seq }],
      }
    case 'left':
      return { away: true }
    case 'returned':
      return { away: false }
    case 'hold-started':
      return { onHold: true }
    case 'hold-ended':
      return { onHold: false }
    case 'finished':
      return { phase: 'finished' }
    case 'evidence-proposed': {
      const { model, version, failed, questions } = event
      const read = questions.map(({ questionId, passes }) => [questionId, passes] as const)
      return {
        proposals: { ...state.proposals, ...Object.fromEntries(read) },
        proposer: { model, version, ...(failed ? { failed } : {}) },
      }
    }
    case 'graded':
      return { phase: 'finished', report: event.report }
    case 'survey-answered':
      return { survey: { ...state.survey, ...event.answers } }
  }
}

function planned(plan: NonNullable<SessionState['plan']>): Patch {
  return { phase: 'ready', plan, level: plan.level }
}
