import { z } from 'zod'

const Alignment = z.object({
  chars: z.array(z.string()),
  char_start_times_ms: z.array(z.number()),
})
export type Alignment = z.infer<typeof Alignment>

const eventId = z.number()

const Message = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('audio'),
    audio_event: z.object({
      audio_base_64: z.string().nullish(),
      event_id: eventId,
      alignment: Alignment.nullish(),
    }),
  }),
  z.object({
    type: z.literal('agent_response'),
    agent_response_event: z.object({ agent_response: z.string(), event_id: eventId }),
  }),
  z.object({
    type: z.literal('agent_response_correction'),
    agent_response_correction_event: z.object({
      original_agent_response: z.string(),
      corrected_agent_response: z.string(),
      event_id: eventId,
    }),
  }),
  z.object({
    type: z.literal('interruption'),
    interruption_event: z.object({ event_id: eventId }),
  }),
  z.object({
    type: z.literal('user_transcript'),
    user_transcription_event: z.object({ user_transcript: z.string() }),
  }),
  z.object({
    type: z.literal('tentative_user_transcript'),
    tentative_user_transcription_event: z.object({ user_transcript: z.string() }),
  }),
  z.object({
    type: z.literal('vad_score'),
    vad_score_event: z.object({ vad_score: z.number() }),
  }),
  z.object({
    type: z.literal('client_tool_call'),
    client_tool_call: z.object({ event_id: eventId }),
  }),
])

/** A message of the far side that the engine acts on. */
export type ServerMessage = z.infer<typeof Message>

/** The message, or null for one that the engine has no use for; fields that are not needed are dropped. */
export function readServerMessage(raw: unknown): ServerMessage | null {
  return Message.safeParse(raw).data ?? null
}
