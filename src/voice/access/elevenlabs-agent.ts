/** Where the interviewer is reached, and how much one server may spend on it. */
export interface AgentOptions {
  /** The site's own public address, such as `https://offhook.example`. */
  publicUrl: string
  /** The workspace webhook that calls are reported to afterwards, if there is one. */
  webhookId?: string
}

/** Everything that a page or a log may want to know; without these a page gets audio and nothing else. */
const CLIENT_EVENTS = [
  'conversation_initiation_metadata',
  'asr_initiation_metadata',
  'ping',
  'audio',
  'interruption',
  'user_transcript',
  'tentative_user_transcript',
  'agent_response',
  'agent_response_correction',
  'agent_response_complete',
  'agent_response_metadata',
  'agent_chat_response_part',
  'client_tool_call',
  'agent_tool_request',
  'agent_tool_response',
  'vad_score',
  'client_error',
]

/** Terms of the trade that recognisers tend to write as something else. */
const KEYWORDS = [
  ...[
    'idempotent',
    'idempotency key',
    'webhook',
    'dead-letter queue',
    'backpressure',
    'thundering herd',
    'jitter',
  ],
  ...[
    'exponential backoff',
    'circuit breaker',
    'rate limiter',
    'token bucket',
    'race condition',
    'deadlock',
    'mutex',
  ],
  ...['B-tree', 'write-ahead log', 'MVCC', 'N plus one', 'Postgres', 'Redis', 'Kafka', 'ClickHouse', 'dbt'],
  ...[
    'Kubernetes',
    'Terraform',
    'Temporal',
    'canary',
    'rollback',
    'feature flag',
    'OpenTelemetry',
    'p99',
    'SLO',
  ],
  ...['TTL', 'ETag', 'CDN', 'anycast', 'gRPC', 'GraphQL', 'WebAssembly', 'TypeScript', 'async', 'nullable'],
]

/** What is said while listening and is no reason to stop speaking. */
const BACKCHANNELS = ['mm-hmm', 'uh-huh', 'mhm', 'okay', 'ok', 'right', 'yeah', 'yes', 'sure', 'I see']

/**
 * The agent as ElevenLabs is told of it: `POST /v1/convai/agents/create`, `PATCH /v1/convai/agents/{id}`. It has no mind
 * of its own; every setting that would give it one, end a call early or let somebody else spend on it is set here.
 */
export function elevenLabsAgent({ publicUrl, webhookId }: AgentOptions) {
  return {
    name: 'Offhook interviewer',
    tags: ['offhook'],
    conversation_config: {
      agent: {
        /** Empty: the page sends a cue, and the director opens. */
        first_message: '',
        language: 'en',
        disable_first_message_interruptions: false,
        prompt: promptOf(publicUrl),
        /** A call without its pass is refused by us, in words that a log shows; without a default it would not begin. */
        dynamic_variables: { dynamic_variable_placeholders: { secret__interview_pass: 'none' } },
      },
      turn: {
        turn_timeout: 15,
        silence_end_call_timeout: -1,
        turn_eagerness: 'patient',
        speculative_turn: false,
        turn_model: 'turn_v3',
        interruption_ignore_terms: BACKCHANNELS,
        soft_timeout_config: { timeout_seconds: -1 },
      },
      tts: {
        model_id: 'eleven_flash_v2',
        agent_output_audio_format: 'pcm_16000',
        speed: 1,
        text_normalisation_type: 'elevenlabs',
      },
      asr: {
        quality: 'high',
        provider: 'scribe_realtime',
        user_input_audio_format: 'pcm_16000',
        keywords: KEYWORDS,
      },
      conversation: { text_only: false, max_duration_seconds: 3_600, client_events: CLIENT_EVENTS },
    },
    platform_settings: platformOf(publicUrl, webhookId),
  }
}

function promptOf(publicUrl: string) {
  return {
    prompt: 'The interview is led by Offhook. Say what it answers and nothing else.',
    llm: 'custom-llm',
    /** Null leaves both out of the request. */
    temperature: null,
    max_tokens: -1,
    ignore_default_personality: true,
    cascade_timeout_seconds: 8,
    /** Otherwise a model of theirs goes on with the interview when ours is slow. */
    backup_llm_config: { preference: 'disabled' },
    custom_llm: {
      url: new URL('/api/voice/llm', publicUrl).href,
      model_id: 'interview-director',
      request_headers: { 'X-Interview-Pass': { variable_name: 'secret__interview_pass' } },
      api_type: 'chat_completions',
    },
    built_in_tools: {
      end_call: {
        name: 'end_call',
        description: 'Ends the call after the closing line.',
        params: { system_tool_type: 'end_call' },
      },
    },
    tools: [
      clientTool('show_snippet', 'Shows a piece of code.', {
        snippet_id: ['string', 'Id of the piece of code'],
      }),
      clientTool('highlight_lines', 'Marks lines that the candidate has named.', {
        snippet_id: ['string', 'Id of the piece of code'],
        from: ['integer', 'First line, counted from 1'],
        to: ['integer', 'Last line, included'],
      }),
      clientTool('set_section', 'Tells which part of the interview is on.', {
        section: ['string', 'A, B, C or D'],
      }),
      clientTool('hold', 'Stops or starts the clock.', {
        on: ['boolean', 'True while the candidate reads or thinks'],
      }),
    ],
  }
}

/** A tool of the page. The call goes on without its answer. */
function clientTool(name: string, description: string, parameters: Record<string, [string, string]>) {
  const properties: Record<string, { type: string; description: string }> = {}
  for (const [key, [type, means]] of Object.entries(parameters))
    properties[key] = { type, description: means }
  return {
    type: 'client',
    name,
    description,
    expects_response: false,
    interruption_mode: 'allow',
    pre_tool_speech: 'off',
    execution_mode: 'immediate',
    parameters: { type: 'object', required: Object.keys(parameters), properties },
  }
}

function platformOf(publicUrl: string, webhookId: string | undefined) {
  const webhooks = { post_call_webhook_id: webhookId, events: ['transcript'], transcript_format: 'json' }
  return {
    auth: {
      /** A call needs a signed address from our server. */
      enable_auth: true,
      allowlist: [{ hostname: new URL(publicUrl).hostname }],
      require_origin_header: true,
    },
    call_limits: { agent_concurrency_limit: 10, daily_limit: 200, bursting_enabled: false },
    /** A page that waits in a queue hears nothing of it; it goes on by the on-device voice instead. */
    queueing_config: { enabled: false },
    privacy: { record_voice: true, retention_days: 7, zero_retention_mode: false },
    overrides: {
      custom_llm_extra_body: false,
      conversation_config_override: {
        tts: { speed: true },
        asr: { keywords: true },
        conversation: { text_only: true },
      },
    },
    ...(webhookId === undefined ? {} : { workspace_overrides: { webhooks } }),
  }
}
