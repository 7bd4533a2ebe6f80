import { z } from 'zod'
import type { CallFacts } from '../call-service.ts'

/** What the service calls a conversation; it becomes part of a key. */
export const ElevenLabsId = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/)

/**
 * A conversation as ElevenLabs describes it, in `post_call_transcription` and in `GET /v1/convai/conversations/{id}`. Only
 * its id must be there; what is not named here is let by.
 */
export const ElevenLabsCall = z.object({
  conversation_id: ElevenLabsId,
  status: z.string().nullish(),
  user_id: z.string().nullish(),
  metadata: z
    .object({
      start_time_unix_secs: z.number().nonnegative().nullish(),
      call_duration_secs: z.number().nonnegative().nullish(),
      termination_reason: z.string().nullish(),
    })
    .nullish(),
  conversation_initiation_client_data: z
    .object({ dynamic_variables: z.record(z.string(), z.unknown()).nullish(), user_id: z.string().nullish() })
    .nullish(),
  has_audio: z.boolean().nullish(),
})

/** The dynamic variable by which the page names the session; it comes back with the call. */
const SESSION = 'interview_id'
/** Longer words than these say nothing more. */
const LONGEST_REASON = 200

/** The facts of a call that is over. */
export function toCallFacts(call: z.infer<typeof ElevenLabsCall>): CallFacts {
  const { metadata, conversation_initiation_client_data: client } = call
  const named = client?.dynamic_variables?.[SESSION]
  const sessionId = typeof named === 'string' ? named : (client?.user_id ?? call.user_id)
  const startedAt = metadata?.start_time_unix_secs
  return {
    conversationId: call.conversation_id,
    ...(sessionId ? { sessionId } : {}),
    outcome: call.status === 'failed' ? 'failed' : 'done',
    durationMs: Math.round((metadata?.call_duration_secs ?? 0) * 1_000),
    ...(startedAt ? { startedAt: Math.round(startedAt * 1_000) } : {}),
    reason: (metadata?.termination_reason ?? '').slice(0, LONGEST_REASON),
    hasAudio: call.has_audio !== false,
  }
}
