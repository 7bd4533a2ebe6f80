import type { MediaDeviceOutput } from '@elevenlabs/client/internal/unity'
import type { VoiceEvent } from '../../voice-engine.ts'
import { followSpeech } from './follow-speech.ts'
import { hearFarSide } from './hear-far-side.ts'
import { readServerMessage } from './server-message.ts'
import type { SessionHooks } from './set-up-session.ts'

/** Milliseconds in which sound that is cut fades, so that it does not click. */
const FADE_MS = 20

interface TalkOptions {
  report: (event: VoiceEvent) => void
  /** Milliseconds since 1970. */
  now: () => number
  isMuted: () => boolean
  /** The far side has answered, for the first time or again. */
  onAnswer: () => void
  /** It has recognised a turn. */
  onTurnOver: () => void
}

/** What is said in one conversation. */
export interface Talk {
  hooks: Omit<SessionHooks, 'onSocket'>
  /** Takes a message of the far side before the client acts on it. */
  take(raw: unknown): void
  /**
   * Silences the line being said within 20 ms and drops what still comes of it. The client has no such call and the
   * protocol no such message: the far side believes that it goes on speaking.
   * @returns words of it that were left
   */
  silence(): number
  /** The words sent by the keyboard to which nothing came back. */
  unanswered(): string | null
  /** Words are sent by the keyboard. */
  asked(text: string): void
  stop(): number
}

/** One for each conversation, made before it is opened. */
export function createTalk({ report, now, isMuted, onAnswer, onTurnOver }: TalkOptions): Talk {
  const speech = followSpeech(now, (unsaid) => report({ kind: 'speech-progressed', unsaid }))
  let output: MediaDeviceOutput | null = null
  let bytesPerMs = 32
  let question: { text: string; after: number } | null = null
  const lasts = (base64Length: number) => (base64Length * 3) / 4 / bytesPerMs
  const farSide = hearFarSide({ speech, report, now, lasts })
  return {
    hooks: {
      isMuted,
      mayPlay: farSide.mayPlay,
      heardOut: speech.heardOut,
      onOutput(opened, rate) {
        output = opened
        bytesPerMs = rate
      },
    },
    take(raw) {
      const message = readServerMessage(raw)
      if (!message) return
      const answers = eventOf(message)
      if (answers !== null) onAnswer()
      if (answers !== null && question && answers > question.after) question = null
      if (message.type === 'user_transcript') onTurnOver()
      farSide.hear(message)
    },
    silence() {
      const unsaid = farSide.cut()
      output?.interrupt(FADE_MS)
      return unsaid
    },
    unanswered: () => question?.text ?? null,
    asked: (text) => (question = { text, after: speech.eventId() }),
    stop() {
      farSide.stop()
      return speech.stop()
    },
  }
}

type Message = NonNullable<ReturnType<typeof readServerMessage>>

/** The event of the answer that the message belongs to; null where it belongs to none. */
function eventOf(message: Message): number | null {
  switch (message.type) {
    case 'audio':
      return message.audio_event.event_id
    case 'agent_response':
      return message.agent_response_event.event_id
    case 'client_tool_call':
      return message.client_tool_call.event_id
    default:
      return null
  }
}
