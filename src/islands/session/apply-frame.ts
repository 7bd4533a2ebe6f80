import type { Frame } from '../../wire/frame.ts'
import type { PublicState } from '../../wire/public-event.ts'
import type { SessionAction } from './session-action.ts'
import type { SessionModel } from './session-model.ts'

type Done = Extract<Frame, { event: 'done' }>['data']

/** What one frame of an answer changes. A frame of a turn that was not sent changes only the state. */
export function applyFrame(
  model: SessionModel,
  { frame, turnId, now }: Extract<SessionAction, { kind: 'frame-read' }>,
): Partial<SessionModel> {
  const { state } = model
  switch (frame.event) {
    case 'say':
      return {
        live: model.live.map((turn) =>
          turn.turnId === turnId ? { ...turn, answer: turn.answer + frame.data.text } : turn,
        ),
      }
    case 'snippet':
      return state ? { state: { ...state, snippet: frame.data, highlighted: null, selected: null } } : {}
    case 'lines':
      return state ? { state: { ...state, highlighted: frame.data } } : {}
    case 'section':
      return state ? { state: enterSection(state, frame.data.id) } : {}
    case 'hint':
      return {}
    case 'done':
      return applyDone(model, turnId, frame.data, now)
    case 'error':
      return { notice: frame.data }
  }
}

function enterSection(state: PublicState, section: Done['section']): PublicState {
  return { ...state, section, snippet: section === 'B' ? state.snippet : null }
}

function applyDone(model: SessionModel, turnId: string, done: Done, now: number): Partial<SessionModel> {
  const live = model.live.map((turn) => (turn.turnId === turnId ? { ...turn, doneSeq: done.seq } : turn))
  const { state } = model
  if (!state || done.seq < state.seq) return { live }
  const { clockMs, section, silenceAfterMs, ended } = done
  const open = state.phase === 'finished' ? 'finished' : 'live'
  const phase = ended && open === 'live' ? 'closed' : open
  return { live, syncedAt: now, state: { ...state, seq: done.seq, clockMs, section, silenceAfterMs, phase } }
}
