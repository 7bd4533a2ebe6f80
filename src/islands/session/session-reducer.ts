import type { PublicState } from '../../wire/public-event.ts'
import { applyFrame } from './apply-frame.ts'
import type { ClientFault } from './fault.ts'
import type { SessionAction } from './session-action.ts'
import { clockAt } from './session-clock.ts'
import type { LiveTurn, SessionModel } from './session-model.ts'
import { sinceStart } from './since-start.ts'

type Patch = Partial<SessionModel>

/** The page after something happened. Pure; any order of actions is fine, late ones change nothing. */
export function reduceSession(model: SessionModel, action: SessionAction): SessionModel {
  return { ...model, ...patchFor(model, action) }
}

function patchFor(model: SessionModel, action: SessionAction): Patch {
  switch (action.kind) {
    case 'view-read':
      return viewRead(model, action)
    case 'view-refused':
      return viewRefused(model, action.fault)
    case 'turn-sent':
    case 'turn-retried':
    case 'turn-refused':
      return turnChanged(model, action)
    case 'frame-read':
      return applyFrame(model, action)
    case 'event-accepted':
      return stateRead(model, action.accepted.state, action.now)
    case 'hold-pressed':
      return heldAt(model, action.on, action.now)
    case 'lines-picked': {
      const { snippetId, from, to } = action
      return model.state ? { state: { ...model.state, selected: { snippetId, from, to } } } : {}
    }
    case 'speech-progressed':
      return { unsaid: Math.max(0, action.unsaid) }
    case 'draft-changed':
      return { draft: action.text }
    case 'speech-heard':
      return { heard: action.text }
    case 'candidate-active':
      return { activeAt: action.now }
    case 'microphone-changed':
      return { microphone: action.state }
    case 'speed-chosen':
      return { speed: action.speed }
    case 'push-to-talk-chosen':
      return { pushToTalk: action.on }
    case 'snippet-read':
      return { snippets: { ...model.snippets, [action.snippetId]: action.snippet } }
    case 'network-changed':
      return { network: networkAfter(action.latencyMs) }
    case 'line-changed':
      return { lineFault: action.fault, lineFailures: action.fault ? model.lineFailures + 1 : 0 }
    case 'visibility-changed':
      return { visible: action.visible }
    case 'notice-raised':
      return { notice: action.fault }
    case 'notice-closed':
      return { notice: null }
    case 'finish-changed':
      return { finishing: action.finishing }
  }
}

function viewRead(model: SessionModel, { view, now }: Extract<SessionAction, { kind: 'view-read' }>): Patch {
  const last = model.events.at(-1)?.seq ?? 0
  const events = [...model.events, ...view.events.filter(({ seq }) => seq > last)]
  const fetchedSeq = Math.max(model.fetchedSeq, view.state.seq)
  return {
    status: 'open',
    events: events.length === model.events.length ? model.events : events,
    fetchedSeq,
    live: model.live.filter(({ doneSeq }) => doneSeq === null || doneSeq > fetchedSeq),
    ...stateRead(model, view.state, now),
  }
}

/** An older state than the page has is no news. The clock is only read anew when the log has grown. */
function stateRead(model: SessionModel, state: PublicState, now: number): Patch {
  const known = model.state?.seq ?? -1
  if (state.seq < known) return {}
  return { state, syncedAt: state.seq > known ? now : model.syncedAt }
}

function viewRefused(model: SessionModel, fault: ClientFault): Patch {
  if (fault.code === 'not-found') return { status: 'missing', notice: fault }
  return { status: model.state ? model.status : 'failed', notice: fault }
}

type TurnAction = Extract<SessionAction, { kind: 'turn-sent' | 'turn-retried' | 'turn-refused' }>

function turnChanged(model: SessionModel, action: TurnAction): Patch {
  const others = model.live.filter(({ turnId }) => turnId !== action.turnId)
  const turn = model.live.find(({ turnId }) => turnId === action.turnId)
  switch (action.kind) {
    case 'turn-sent': {
      const { turnId, text, now } = action
      const sent: LiveTurn = { turnId, text, answer: '', atMs: sinceStart(model, now), doneSeq: null }
      return { live: [...others, sent], unsent: null, notice: null, ...released(model, text, now) }
    }
    case 'turn-retried':
      return turn ? { live: [...others, { ...turn, answer: '' }] } : {}
    case 'turn-refused': {
      if (!turn) return { notice: action.fault }
      const { turnId, text } = turn
      const kept =
        text === '' ? {} : { unsent: { turnId, text }, draft: model.draft === '' ? text : model.draft }
      return { live: others, notice: action.fault, ...kept }
    }
  }
}

/** Answering ends a hold, on the server too. */
function released(model: SessionModel, text: string, now: number): Patch {
  return model.state?.onHold && text !== '' ? heldAt(model, false, now) : {}
}

/** The clock stops, or goes on, at what it shows. */
function heldAt({ state, syncedAt }: SessionModel, onHold: boolean, now: number): Patch {
  if (!state || state.onHold === onHold) return {}
  return { state: { ...state, onHold, clockMs: clockAt(state, now - syncedAt) }, syncedAt: now }
}

function networkAfter(latencyMs: number | null): SessionModel['network'] {
  return { state: latencyMs === null ? 'reconnecting' : 'connected', latencyMs }
}
