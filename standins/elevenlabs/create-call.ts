import type { AgentBody } from './agent-body.ts'
import type { Call, CallOptions } from './call.ts'
import type { CallState } from './call-state.ts'
import type { Turns } from './create-turns.ts'

/** What a test sees of a call, and how it plays the candidate's part. */
export function createCall(state: CallState, turns: Turns, options: CallOptions): Call {
  const { wire, initiation, exchanges, record } = state
  const vad = (vad_score: number) => wire.send({ type: 'vad_score', vad_score_event: { vad_score } })
  const startsToHear = () => {
    vad(0.95)
    turns.interrupt()
  }
  return {
    id: options.id,
    agentId: options.agentId,
    initiation,
    sent: wire.sent,
    received: [],
    sound: { frames: 0, loudness: 0 },
    exchanges,
    record,
    async hears(text) {
      if (turns.isSpeaking() && isBackchannel(state.agent, text)) return
      const event_id = state.nextEventId()
      startsToHear()
      for (const user_transcript of growing(text)) {
        const event = { user_transcript, event_id }
        wire.send({ type: 'tentative_user_transcript', tentative_user_transcription_event: event })
      }
      vad(0.05)
      const event = { user_transcript: text, event_id }
      wire.send({ type: 'user_transcript', user_transcription_event: event })
      await turns.take(text, 'audio')
    },
    startsToHear,
    isSpeaking: turns.isSpeaking,
    send: (message) => void wire.send(message),
    close: wire.close,
    drop: wire.drop,
    ended: wire.ended,
    startedAt: options.now(),
  }
}

function isBackchannel({ conversation_config }: AgentBody, text: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '')
  return conversation_config.turn.interruption_ignore_terms.some((term) => bare(term) === bare(text))
}

/** The text as it grows while it is spoken: its first half, then all of it. */
function growing(text: string): string[] {
  const words = text.split(' ')
  return [words.slice(0, Math.ceil(words.length / 2)).join(' '), text]
}
