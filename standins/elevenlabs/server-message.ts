import type { IncomingSocketEvent } from '@elevenlabs/client'

/** What the service sends: all that the client's own types know, and what they do not. */
export type ServerMessage =
  | IncomingSocketEvent
  | {
      type: 'conversation_initiation_metadata'
      conversation_initiation_metadata_event: {
        conversation_id: string
        agent_output_audio_format: string
        user_input_audio_format: string
      }
    }
  | {
      type: 'tentative_user_transcript'
      tentative_user_transcription_event: { user_transcript: string; event_id: number }
    }
  | { type: 'agent_response_complete'; agent_response_complete_event: { event_id: number } }
  | { type: 'queue_status'; queue_status_event: { status: 'waiting' | 'admitted' | 'timed_out' } }
