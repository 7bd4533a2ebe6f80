import { createTypedEngine } from '../typed.ts'
import type { LocalVoice, Microphone } from '../../local-voice.ts'
import { NoMicrophone } from '../../local-voice.ts'
import type { Ears, MicrophoneState, VoiceEngine, VoiceEvent } from '../../voice-engine.ts'
import type { Mouth } from './create-mouth.ts'
import { createAnswer } from './create-answer.ts'
import type { AnswerParts } from './create-answer.ts'
import { createListener } from './create-listener.ts'
import type { Listener, ListenerParts } from './create-listener.ts'

export interface LocalParts extends Pick<ListenerParts, 'detect' | 'onVoice'>, Omit<AnswerParts, 'tell'> {
  createMouth: (onProgress: (unsaid: number) => void) => Mouth
  openMicrophone: LocalVoice['openMicrophone']
  deviceId?: string | undefined
  /** Milliseconds since 1970. */
  now: () => number
}

/**
 * An interview by voice on this device alone: it hears with a microphone and speaks with a voice, and takes typed
 * answers too. The interviewer falls silent at the first sound of speech, and goes on where it was if that was a cough.
 */
export function createLocalEngine(parts: LocalParts): VoiceEngine {
  let report: (event: VoiceEvent) => void = () => undefined
  const tell = (event: VoiceEvent) => report(event)
  const mouth = parts.createMouth((unsaid) => tell({ kind: 'speech-progressed', unsaid }))
  const keyboard = createTypedEngine({ wordMs: () => 0, now: parts.now })
  const answer = createAnswer({ ...parts, tell })
  const listener = createListener({ detect: parts.detect, onVoice: parts.onVoice, mouth, answer, tell })
  const microphone = createMicrophone(parts, listener, tell)
  return {
    start(onEvent) {
      report = onEvent
      keyboard.start((event) => {
        if (event.kind === 'turn-committed') {
          listener.shut()
          answer.type(event)
        }
        if (event.kind === 'candidate-active') tell(event)
      })
      void microphone.open()
    },
    stop() {
      report = () => undefined
      keyboard.stop()
      mouth.stop()
      microphone.close()
    },
    say: (text) => mouth.say(text),
    interrupt: () => void mouth.stop(),
    write: (draft) => keyboard.write(draft),
    submit: (text) => keyboard.submit(text),
    setSpeed: (speed) => mouth.setSpeed(speed),
    ears: {
      finish() {
        listener.shut()
        answer.finish()
      },
      hold: (on) => listener.hold(on),
      ...microphone.ears,
    },
  }
}

/** The microphone, which can be another one in the middle of an interview. */
function createMicrophone(
  parts: Pick<LocalParts, 'openMicrophone' | 'deviceId' | 'now'>,
  listener: Listener,
  tell: (event: VoiceEvent) => void,
) {
  let { deviceId } = parts
  let isMuted = false
  let current: Microphone | undefined
  /** What is opened for an earlier choice comes too late. */
  let choice = 0
  const report = (state: MicrophoneState) =>
    tell({ kind: 'microphone-changed', state: state === 'on' && isMuted ? 'muted' : state })

  const open = async () => {
    const mine = (choice += 1)
    const isCurrent = () => mine === choice
    report('starting')
    try {
      const opened = await parts.openMicrophone({
        deviceId,
        onFrame: (frame) => isCurrent() && listener.hear(frame, parts.now()),
        onLost: () => isCurrent() && report('lost'),
      })
      if (!isCurrent()) return opened.close()
      current = opened
      report('on')
    } catch (error) {
      if (isCurrent()) report(error instanceof NoMicrophone ? error.state : 'absent')
    }
  }
  const close = () => {
    choice += 1
    current?.close()
    current = undefined
  }
  const ears: Pick<Ears, 'mute' | 'device' | 'listenWith' | 'level'> = {
    mute(on) {
      isMuted = on
      listener.mute(on)
      report('on')
    },
    device: () => deviceId,
    listenWith(next) {
      deviceId = next
      close()
      void open()
    },
    level: () => current?.level() ?? 0,
  }
  return { open, close, ears }
}
