import { z } from 'zod'

const Variables = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** The first message of a client. */
export const Initiation = z.looseObject({
  type: z.literal('conversation_initiation_client_data'),
  conversation_config_override: z.record(z.string(), z.unknown()).default({}),
  custom_llm_extra_body: z.unknown().optional(),
  dynamic_variables: Variables.default({}),
  user_id: z.string().optional(),
  source_info: z.looseObject({ source: z.string(), version: z.string() }).optional(),
})
export type Initiation = z.infer<typeof Initiation>

/** Every later message. Sound has no type; anything else closes the conversation. */
export const ClientMessage = z.union([
  z.strictObject({ user_audio_chunk: z.base64() }),
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('pong'), event_id: z.number() }),
    z.strictObject({
      type: z.literal('user_message'),
      text: z.string().optional(),
      rich_content_id: z.string().optional(),
    }),
    z.strictObject({ type: z.literal('user_activity') }),
    z.strictObject({
      type: z.literal('contextual_update'),
      text: z.string(),
      context_id: z.string().optional(),
    }),
    z.strictObject({
      type: z.literal('client_tool_result'),
      tool_call_id: z.string(),
      result: z.string(),
      is_error: z.boolean(),
    }),
    z.strictObject({
      type: z.literal('feedback'),
      score: z.enum(['like', 'dislike']).nullable(),
      event_id: z.number(),
    }),
  ]),
])
export type ClientMessage = z.infer<typeof ClientMessage>
/** A message that is not sound. */
export type TypedMessage = Exclude<ClientMessage, { user_audio_chunk: string }>
