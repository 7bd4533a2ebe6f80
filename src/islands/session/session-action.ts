import type { Frame } from '../../wire/frame.ts'
import type { EventAccepted, SessionView, SnippetView } from '../../wire/sessions.ts'
import type { LineFault, MicrophoneState, Speed } from '../../voice/voice-engine.ts'
import type { ClientFault } from './fault.ts'

/** What can happen to the session page. `now`: milliseconds since 1970 on this device. */
export type SessionAction =
  | { kind: 'view-read'; view: SessionView; now: number }
  | { kind: 'view-refused'; fault: ClientFault }
  | { kind: 'turn-sent'; turnId: string; text: string; now: number }
  | { kind: 'turn-retried'; turnId: string }
  | { kind: 'turn-refused'; turnId: string; fault: ClientFault }
  | { kind: 'frame-read'; turnId: string; frame: Frame; now: number }
  | { kind: 'event-accepted'; accepted: EventAccepted; now: number }
  | { kind: 'hold-pressed'; on: boolean; now: number }
  | { kind: 'lines-picked'; snippetId: string; from: number; to: number }
  | { kind: 'speech-progressed'; unsaid: number }
  | { kind: 'draft-changed'; text: string }
  | { kind: 'speech-heard'; text: string }
  | { kind: 'candidate-active'; now: number }
  | { kind: 'microphone-changed'; state: MicrophoneState }
  | { kind: 'speed-chosen'; speed: Speed }
  | { kind: 'push-to-talk-chosen'; on: boolean }
  | { kind: 'snippet-read'; snippetId: string; snippet: SnippetView }
  | { kind: 'network-changed'; latencyMs: number | null }
  | { kind: 'line-changed'; fault: LineFault | null }
  | { kind: 'visibility-changed'; visible: boolean }
  | { kind: 'notice-raised'; fault: ClientFault }
  | { kind: 'notice-closed' }
  | { kind: 'finish-changed'; finishing: boolean }
