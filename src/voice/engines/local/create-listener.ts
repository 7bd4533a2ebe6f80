import type { VoiceTap } from '../../local-voice.ts'
import type { VoiceEvent } from '../../voice-engine.ts'
import type { Answer } from './create-answer.ts'
import type { Mouth } from './create-mouth.ts'
import type { Segmenter, SpeechEvent } from './segment-speech.ts'
import { createSegmenter } from './segment-speech.ts'

/** New audio that a fresh partial transcript is worth, in frames: about a second. */
const PARTIAL_FRAMES = 30

export interface ListenerParts {
  /** Probability of speech in a frame, 0-1, in the order asked. */
  detect: (frame: Float32Array) => Promise<number>
  mouth: Pick<Mouth, 'pause' | 'resume' | 'stop' | 'isSpeaking'>
  answer: Answer
  tell: (event: VoiceEvent) => void
  onVoice: VoiceTap
}

/** Hears frames and makes an answer of them. */
export interface Listener {
  /** Takes the next frame and the time it ended, in ms since 1970. */
  hear(frame: Float32Array, at: number): void
  /** Takes what is being said as said. */
  shut(): void
  hold(on: boolean): void
  mute(on: boolean): void
}

interface Hearing extends ListenerParts {
  segmenter: Segmenter
  onHold: boolean
  isMuted: boolean
  isTalking: boolean
  /** The interviewer was stopped by what may be speech. */
  hasHushed: boolean
  sincePartial: number
}

/**
 * Listens. At the first frame of speech the interviewer is paused; if the speech lasts it stays silent, and if it was a
 * cough it goes on where it was.
 */
export function createListener(parts: ListenerParts): Listener {
  const hearing: Hearing = {
    ...parts,
    segmenter: createSegmenter(),
    onHold: false,
    isMuted: false,
    isTalking: false,
    hasHushed: false,
    sincePartial: 0,
  }
  const shut = () => {
    for (const event of hearing.segmenter.flush()) react(hearing, event)
  }
  let frames: Promise<void> = Promise.resolve()
  return {
    hear(frame, at) {
      frames = frames
        .then(() => parts.detect(frame))
        .then((probability) => take(hearing, frame, probability, at))
        .catch(() => undefined)
    },
    shut,
    hold(on) {
      hearing.onHold = on
      if (on) shut()
    },
    mute(on) {
      hearing.isMuted = on
      if (on) shut()
    },
  }
}

function take(hearing: Hearing, frame: Float32Array, probability: number, at: number): void {
  const { segmenter, answer } = hearing
  if (hearing.onHold) return
  if (!hearing.isMuted) {
    for (const event of segmenter.push(frame, probability, at)) react(hearing, event)
    hearing.onVoice(frame, at, hearing.isTalking)
  }
  if (!hearing.isTalking) return answer.wait(at)
  hearing.sincePartial += 1
  const audio = hearing.sincePartial >= PARTIAL_FRAMES ? segmenter.current() : null
  if (!audio) return
  hearing.sincePartial = 0
  answer.guess(audio)
}

function react(hearing: Hearing, event: SpeechEvent): void {
  const { mouth, answer, tell } = hearing
  switch (event.kind) {
    case 'begun':
      hearing.isTalking = true
      hearing.sincePartial = 0
      hearing.hasHushed = mouth.isSpeaking()
      if (hearing.hasHushed) mouth.pause()
      return
    case 'confirmed':
      answer.begin(event.startedAt)
      tell({ kind: 'candidate-active', at: event.startedAt })
      if (hearing.hasHushed) tell({ kind: 'talked-over', unsaid: mouth.stop() })
      hearing.hasHushed = false
      return
    case 'dropped':
      hearing.isTalking = false
      if (hearing.hasHushed) mouth.resume()
      hearing.hasHushed = false
      return
    case 'ended':
      hearing.isTalking = false
      return answer.write(event)
  }
}
