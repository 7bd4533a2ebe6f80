import { countedGap } from './clock.ts'
import type { SessionEvent } from './event.ts'
import { foldCandidate } from './fold-candidate.ts'
import { foldDoubt } from './fold-doubt.ts'
import { foldInterviewer } from './fold-interviewer.ts'
import { foldLifecycle } from './fold-lifecycle.ts'
import { foldRevision } from './fold-revision.ts'
import { foldRecording } from './fold-recording.ts'
import type { Patch, SessionState } from './state.ts'

/**
 * The state after one more event. Never throws, whatever the order; an event that was folded in
 * already (by `seq`) changes nothing.
 */
export function fold(state: SessionState, event: SessionEvent): SessionState {
  if (event.seq <= state.seq) return state
  const ticked = tick(state, event)
  return { ...ticked, ...patchFor(ticked, event) }
}

function tick(state: SessionState, event: SessionEvent): SessionState {
  const lastAt = Math.max(state.lastAt, event.at)
  const running = state.phase === 'live' && !state.onHold && !state.away
  return {
    ...state,
    seq: event.seq,
    lastAt,
    clockMs: state.clockMs + countedGap(lastAt - state.lastAt, running),
  }
}

function patchFor(state: SessionState, event: SessionEvent): Patch {
  switch (event.kind) {
    case 'created':
    case 'posting-read':
    case 'plan-made':
    case 'plan-corrected':
    case 'engine-chosen':
    case 'started':
    case 'left':
    case 'returned':
    case 'hold-started':
    case 'hold-ended':
    case 'finished':
    case 'evidence-proposed':
    case 'graded':
    case 'survey-answered':
      return foldLifecycle(state, event)
    case 'recording-agreed':
    case 'recording-stored':
    case 'call-started':
    case 'call-ended':
      return foldRecording(state, event)
    case 'section-entered':
    case 'agent-said':
    case 'agent-interrupted':
    case 'question-closed':
    case 'suggestion-asked':
    case 'suggestion-made':
    case 'snippet-shown':
    case 'lines-highlighted':
    case 'hint-given':
      return foldInterviewer(state, event)
    case 'candidate-said':
    case 'points-heard':
    case 'clarified':
    case 'silence-noted':
    case 'lines-selected':
    case 'moment-marked':
    case 'note-added':
    case 'turn-timed':
    case 'transcript-corrected':
      return foldCandidate(state, event)
    case 'term-asked':
    case 'term-settled':
      return foldDoubt(state, event)
    case 'turn-revised':
      return foldRevision(state, event)
  }
}
