import type { VoiceEvent } from '../../voice-engine.ts'
import type { Speech } from './follow-speech.ts'
import { judgeInterruption } from './judge-interruption.ts'
import { noteSpan } from './note-span.ts'
import type { ServerMessage } from './server-message.ts'

/** From this score on (0-1) the far side hears speech. */
const SPEECH = 0.5

interface Hearing {
  speech: Speech
  report: (event: VoiceEvent) => void
  /** Milliseconds since 1970. */
  now: () => number
  /** How long a piece of sound lasts, by the length of its base64, in ms. */
  lasts: (base64Length: number) => number
}

export interface FarSide {
  hear(message: ServerMessage): void
  /** The line being said is cut from here: what still comes of it is not to be played. @returns words left */
  cut(): number
  /** Whether sound of the message heard last is to be played. */
  mayPlay(): boolean
  stop(): void
}

/** Makes events of what the far side sends. One is made for each conversation. */
export function hearFarSide({ speech, report, now, lasts }: Hearing): FarSide {
  /** Lines up to this one were cut here. */
  let cutUpTo = 0
  let lastSound = Infinity
  const interruption = judgeInterruption(report)
  const span = noteSpan(now)

  const hear = (message: ServerMessage) => {
    switch (message.type) {
      case 'audio': {
        const { event_id: eventId, audio_base_64: sound, alignment } = message.audio_event
        lastSound = eventId
        const lastsMs = lasts(sound?.length ?? 0)
        if (eventId > cutUpTo) speech.sounds({ eventId, lastsMs, alignment: alignment ?? null })
        return
      }
      case 'agent_response': {
        const { agent_response: text, event_id: eventId } = message.agent_response_event
        if (eventId > cutUpTo) speech.says(eventId, text)
        return report({ kind: 'log-grew' })
      }
      case 'interruption':
        report({ kind: 'candidate-active', at: now() })
        if (speech.eventId() <= cutUpTo) return
        return interruption.interrupted(speech.stop())
      case 'agent_response_correction': {
        const { original_agent_response, corrected_agent_response } = message.agent_response_correction_event
        return interruption.corrected(original_agent_response, corrected_agent_response)
      }
      case 'user_transcript': {
        const { user_transcript: text } = message.user_transcription_event
        const said = span.end()
        report({ kind: 'heard', text: '' })
        if (said) report({ kind: 'turn-heard', text, ...said })
        return report({ kind: 'log-grew' })
      }
      case 'tentative_user_transcript': {
        const { user_transcript: text } = message.tentative_user_transcription_event
        span.words()
        return report({ kind: 'heard', text })
      }
      case 'vad_score':
        if (message.vad_score_event.vad_score < SPEECH) return
        span.sound()
        return report({ kind: 'candidate-active', at: now() })
      case 'client_tool_call':
        return
    }
  }
  return {
    hear,
    cut() {
      cutUpTo = speech.eventId()
      return speech.stop()
    },
    mayPlay: () => lastSound > cutUpTo,
    stop: interruption.stop,
  }
}
