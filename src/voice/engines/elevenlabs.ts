import type { Ears, MicrophoneState, Speed, VoiceEngine, VoiceEvent } from '../voice-engine.ts'
import type { FarLine } from './elevenlabs/create-far-line.ts'
import { createFarLine } from './elevenlabs/create-far-line.ts'
import type { Hush } from './elevenlabs/create-hush.ts'
import { createHush } from './elevenlabs/create-hush.ts'
import type { LineAccess, Worklets } from './elevenlabs/open-conversation.ts'
import type { Microphone } from './elevenlabs/watch-microphone.ts'
import { watchMicrophone } from './elevenlabs/watch-microphone.ts'
import { createTypedEngine } from './typed.ts'

export interface ElevenLabsOptions {
  /** Access to one conversation; asked again for each. */
  getAccess: () => Promise<LineAccess>
  worklets: Worklets
  /** The microphone that was chosen; the browser's default without. */
  deviceId?: string | undefined
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds in which the far side has to answer when a conversation is opened; 8 s where nothing is given. */
  answerMs?: number
}

/**
 * An agent of ElevenLabs as ears and mouth: it recognises turns, asks our server what to say, and says it; the page
 * learns of both by `log-grew`. So lines that the page hands to `say` are not spoken here: they count as said at once.
 *
 * - A conversation that breaks off is followed by another by itself, on the same interview.
 * - Typed answers go to the far side as turns. While there is no conversation they are committed to the page.
 * - `interrupt` silences this device at once and tells the far side that the candidate is active; the far side has no
 *   message to be interrupted by, believes that all was heard, and says nothing of what was.
 * - A speed holds from the next conversation on.
 * - `finish` cannot end a turn, only make it silent, so that the far side ends it soonest. On hold a turn that was
 *   being spoken is ended by the far side, too.
 */
export function createElevenLabsEngine(options: ElevenLabsOptions): VoiceEngine & { ears: Ears } {
  const { now } = options
  let report: (event: VoiceEvent) => void = () => undefined
  let speed: Speed = 1
  let { deviceId } = options
  const tell = (event: VoiceEvent) => report(event)
  const hush = createHush(now)
  const far = createFarLine({ ...options, report: tell, speed: () => speed, deviceId: () => deviceId, hush })
  const microphone = createMicrophone(hush, far, tell, () => deviceId)
  const typed = createTypedEngine({ wordMs: () => 0, now })
  const commit = (event: VoiceEvent) => {
    if (event.kind !== 'turn-committed') return tell(event)
    const unsaid = far.silence()
    if (unsaid > 0) tell({ kind: 'talked-over', unsaid })
    tell(far.send(event.text) ? { kind: 'answer-handed-on', text: event.text } : event)
  }

  return {
    start(onEvent) {
      report = onEvent
      typed.start(commit)
      microphone.start()
    },
    stop() {
      report = () => undefined
      microphone.stop()
      far.stop()
      hush.stop()
    },
    say: typed.say,
    interrupt() {
      if (far.silence() > 0) tell({ kind: 'speech-progressed', unsaid: 0 })
    },
    write(draft) {
      hush.typing()
      typed.write(draft)
    },
    submit: typed.submit,
    setSpeed: (next) => (speed = next),
    canChangeSpeed: false,
    ledFromAfar: true,
    ears: {
      finish: hush.finish,
      hold: hush.hold,
      mute: microphone.mute,
      device: () => deviceId,
      listenWith(next) {
        deviceId = next
        microphone.change()
      },
      level: far.level,
    },
  }
}

/** The microphone as the page sees it; the line is opened as soon as there is one. */
function createMicrophone(
  hush: Hush,
  far: FarLine,
  tell: (event: VoiceEvent) => void,
  deviceId: () => string | undefined,
) {
  let watched: Microphone | null = null
  let state: MicrophoneState = 'starting'
  const report = () =>
    tell({ kind: 'microphone-changed', state: state === 'on' && hush.isMuted() ? 'muted' : state })
  return {
    start() {
      report()
      watched = watchMicrophone({
        media: navigator.mediaDevices,
        deviceId,
        permission: () => navigator.permissions.query({ name: 'microphone' }),
        onReplaced: far.reopenMicrophone,
        report(next) {
          state = next
          report()
        },
      })
      void watched.ready().then(far.start)
    },
    stop: () => watched?.stop(),
    change: () => watched?.change(),
    mute(on: boolean) {
      hush.mute(on)
      report()
    },
  }
}
