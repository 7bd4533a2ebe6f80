import { z } from 'zod'

/** What the command line's template enables when a body says nothing: no transcripts and no client tools. */
const TEMPLATE_EVENTS = ['audio', 'interruption']

const Allowed = z.record(z.string(), z.unknown())

/** A header or a key: the text itself, a secret, one of the conversation's variables, or of the environment. */
const Source = z.union([
  z.string(),
  z.looseObject({ secret_id: z.string() }),
  z.looseObject({ variable_name: z.string() }),
  z.looseObject({ env_var_label: z.string() }),
])
export type Source = z.infer<typeof Source>

const Tool = z.looseObject({
  type: z.string(),
  name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  description: z.string().min(1),
  expects_response: z.boolean().default(false),
  response_timeout_secs: z.number().min(1).max(120).default(20),
  parameters: z.unknown().optional(),
})
export type Tool = z.infer<typeof Tool>

const Prompt = z.looseObject({
  prompt: z.string().default(''),
  temperature: z.number().nullable().default(0),
  max_tokens: z.number().default(-1),
  cascade_timeout_seconds: z.number().min(2).max(15).default(4),
  custom_llm: z.looseObject({
    url: z.url(),
    model_id: z.string().default(''),
    api_key: Source.optional(),
    request_headers: z.record(z.string(), Source).default({}),
  }),
  built_in_tools: z.record(z.string(), z.unknown()).default({}),
  tools: z.array(Tool).default([]),
})

const Format = z.enum(['pcm_8000', 'pcm_16000', 'pcm_22050', 'pcm_24000', 'pcm_44100', 'pcm_48000'])

/**
 * As much of an agent's body as the stand-in acts on, with the service's own defaults, which bite: auth is off, a
 * call ends after ten minutes, no transcript reaches the page. Fields it does not know are kept and ignored.
 */
export const AgentBody = z.looseObject({
  name: z.string().default(''),
  conversation_config: z.looseObject({
    agent: z.looseObject({
      first_message: z.string().default(''),
      language: z.string().default('en'),
      prompt: Prompt,
      dynamic_variables: z
        .looseObject({
          dynamic_variable_placeholders: z.record(z.string(), z.unknown()).default({}),
        })
        .prefault({}),
    }),
    turn: z
      .looseObject({
        turn_timeout: z.number().min(1).max(30).default(7),
        silence_end_call_timeout: z.number().default(-1),
        speculative_turn: z.boolean().default(false),
        interruption_ignore_terms: z.array(z.string()).default([]),
      })
      .prefault({}),
    tts: z.looseObject({ agent_output_audio_format: Format.default('pcm_16000') }).prefault({}),
    asr: z.looseObject({ user_input_audio_format: Format.default('pcm_16000') }).prefault({}),
    conversation: z
      .looseObject({
        max_duration_seconds: z.number().min(60).max(7200).default(600),
        client_events: z.array(z.string()).default(TEMPLATE_EVENTS),
      })
      .prefault({}),
  }),
  platform_settings: z
    .looseObject({
      auth: z
        .looseObject({
          enable_auth: z.boolean().default(false),
          allowlist: z.array(z.looseObject({ hostname: z.string() })).default([]),
        })
        .prefault({}),
      overrides: z
        .looseObject({
          custom_llm_extra_body: z.boolean().default(false),
          conversation_config_override: Allowed.default({}),
        })
        .prefault({}),
      privacy: z.looseObject({ record_voice: z.boolean().default(true) }).prefault({}),
      workspace_overrides: z
        .looseObject({
          webhooks: z
            .looseObject({
              post_call_webhook_id: z.string().nullish(),
              events: z.array(z.string()).default(['transcript']),
            })
            .nullish(),
        })
        .prefault({}),
    })
    .prefault({}),
})
export type AgentBody = z.infer<typeof AgentBody>
