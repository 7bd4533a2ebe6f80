import type { AgentBody } from './agent-body.ts'
import type { Call } from './call.ts'
import type { Ended } from './open-wire.ts'

/** Where a conversation stands. */
export interface Standing {
  agent: AgentBody
  /** Null while it goes on. */
  ended: (Ended & { at: number }) | null
}

/** A conversation as `GET /v1/convai/conversations/{id}` and the webhook hand it out: `notes` e.1. */
export function buildRecord(call: Call, { agent, ended }: Standing) {
  const hasAudio = ended !== null && agent.platform_settings.privacy.record_voice
  const lasted = ended ? Math.round((ended.at - call.startedAt) / 1000) : 0
  const started = Math.floor(call.startedAt / 1000)
  const { dynamic_variables, custom_llm_extra_body, user_id } = call.initiation
  return {
    agent_id: call.agentId,
    agent_name: agent.name,
    conversation_id: call.id,
    status: ended ? 'done' : 'in-progress',
    user_id: user_id ?? null,
    branch_id: null,
    version_id: null,
    transcript: call.record.map((turn) => ({
      ...turn,
      conversation_turn_metrics: null,
      llm_usage: null,
      feedback: null,
    })),
    metadata: {
      start_time_unix_secs: started,
      accepted_time_unix_secs: started,
      call_duration_secs: lasted,
      cost: 0,
      termination_reason: ended ? `${ended.by} closed with ${ended.code}` : '',
      error: null,
      charging: {},
      deletion_settings: {},
      feedback: {},
      authorization_method: agent.platform_settings.auth.enable_auth ? 'signed_url' : 'public',
      main_language: agent.conversation_config.agent.language,
    },
    analysis: ended && {
      call_successful: 'unknown',
      transcript_summary: '',
      call_summary_title: '',
      evaluation_criteria_results: {},
      data_collection_results: {},
    },
    conversation_initiation_client_data: {
      dynamic_variables,
      custom_llm_extra_body: custom_llm_extra_body ?? {},
      user_id: user_id ?? null,
    },
    has_audio: hasAudio,
    has_user_audio: hasAudio,
    has_response_audio: hasAudio,
  }
}
