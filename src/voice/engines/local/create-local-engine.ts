import { createTypedEngine } from '../typed.ts'
import type { LocalVoice, Microphone } from '../../local-voice.ts'
import { NoMicrophone } from '../../local-voice.ts'
import type { Ears, VoiceEngine, VoiceEvent } from '../../voice-engine.ts'
import type { Mouth } from './create-mouth.ts'
import { createAnswer } from './create-answer.ts'
import type { Answer, AnswerParts } from './create-answer.ts'
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
  let microphone: Microphone | undefined

  const open = async () => {
    tell({ kind: 'microphone-changed', state: 'starting' })
    try {
      microphone = await parts.openMicrophone({
        deviceId: parts.deviceId,
        onFrame: (frame) => listener.hear(frame, parts.now()),
        onLost: () => tell({ kind: 'microphone-changed', state: 'lost' }),
      })
      tell({ kind: 'microphone-changed', state: 'on' })
    } catch (error) {
      tell({ kind: 'microphone-changed', state: error instanceof NoMicrophone ? error.state : 'absent' })
    }
  }
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
      void open()
    },
    stop() {
      report = () => undefined
      keyboard.stop()
      mouth.stop()
      microphone?.close()
    },
    say: (text) => mouth.say(text),
    interrupt: () => void mouth.stop(),
    write: (draft) => keyboard.write(draft),
    submit: (text) => keyboard.submit(text),
    setSpeed: (speed) => mouth.setSpeed(speed),
    ears: earsOf(listener, answer, tell, () => microphone?.level() ?? 0),
  }
}

function earsOf(
  listener: Listener,
  answer: Answer,
  tell: (event: VoiceEvent) => void,
  level: () => number,
): Ears {
  return {
    finish() {
      listener.shut()
      answer.finish()
    },
    hold: (on) => listener.hold(on),
    mute(on) {
      listener.mute(on)
      tell({ kind: 'microphone-changed', state: on ? 'muted' : 'on' })
    },
    level,
  }
}
