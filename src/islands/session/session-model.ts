import type { PublicEvent, PublicState } from '../../wire/public-event.ts'
import type { SnippetView } from '../../wire/sessions.ts'
import type { LineFault, MicrophoneState, Speed } from '../../voice/voice-engine.ts'
import type { ClientFault } from './fault.ts'

/** A turn that was sent and whose events have not been read back yet. */
export interface LiveTurn {
  turnId: string
  /** Empty for the opening and for silence. */
  text: string
  /** What the interviewer has answered so far, lines divided by line feeds. */
  answer: string
  /** Milliseconds since the interview started, as far as this device knows. */
  atMs: number
  /** The log's length after the answer; null until it is complete. */
  doneSeq: number | null
}

/** Where the session page stands; everything on screen is computed from it. */
export interface SessionModel {
  /** `missing`: there is no such session here. `failed`: it could not be loaded, see `notice`. */
  status: 'loading' | 'open' | 'missing' | 'failed'
  state: PublicState | null
  events: PublicEvent[]
  /** The log's length when `events` was last read. */
  fetchedSeq: number
  /** When `state.clockMs` was true, in ms since 1970 on this device. */
  syncedAt: number
  live: LiveTurn[]
  /** Words of the interviewer's last lines that have not been revealed yet. */
  unsaid: number
  draft: string
  /** What was heard so far of the answer being spoken. */
  heard: string
  /** When the candidate was last noticed to form an answer, in ms since 1970 on this device. */
  activeAt: number
  /** Null where answers are only typed. */
  microphone: MicrophoneState | null
  speed: Speed
  /** The microphone hears only while a key or button is held. */
  pushToTalk: boolean
  /** A turn the server refused, kept under its id so that sending it again cannot count twice. */
  unsent: { turnId: string; text: string } | null
  snippets: Readonly<Record<string, SnippetView>>
  network: { state: 'connected' | 'reconnecting'; latencyMs: number | null }
  /** Why there is no line to a far side; null where there is one, or none is needed. */
  lineFault: LineFault | null
  /** How often it was tried in vain since there was one. */
  lineFailures: number
  notice: ClientFault | null
  /** The page is in front. */
  visible: boolean
  /** The interview is being ended and graded. */
  finishing: boolean
}

/** A page before the first answer of the server. */
export const initialModel: SessionModel = {
  status: 'loading',
  state: null,
  events: [],
  fetchedSeq: 0,
  syncedAt: 0,
  live: [],
  unsaid: 0,
  draft: '',
  heard: '',
  activeAt: 0,
  microphone: null,
  speed: 1,
  pushToTalk: false,
  unsent: null,
  snippets: {},
  network: { state: 'connected', latencyMs: null },
  lineFault: null,
  lineFailures: 0,
  notice: null,
  visible: true,
  finishing: false,
}
