/** An agent of the kind that Offhook uses: a model of its own, an empty first message, every event on. */
export function agentFixture(llmUrl: string) {
  return {
    name: 'Offhook',
    conversation_config: {
      agent: {
        first_message: '',
        language: 'en',
        prompt: {
          prompt: 'The director leads. CALL_ID={{system__conversation_id}}',
          llm: 'custom-llm',
          temperature: null,
          cascade_timeout_seconds: 8,
          custom_llm: {
            url: llmUrl,
            model_id: 'interview-director',
            api_key: { secret_id: 'secret_llm' },
            request_headers: { 'X-Interview-Pass': { variable_name: 'secret__interview_pass' } },
          },
          built_in_tools: {
            end_call: { name: 'end_call', description: 'End the screen.' },
            skip_turn: { name: 'skip_turn', description: 'Stay silent.' },
          },
          tools: [
            clientTool('show_snippet', true, { snippet_id: 'string' }),
            clientTool('highlight_lines', false, { from: 'integer', to: 'integer' }),
            clientTool('set_section', false, { section: 'string' }),
            clientTool('hold', false, { on: 'boolean' }),
          ],
        },
        dynamic_variables: { dynamic_variable_placeholders: { secret__interview_pass: 'none' } },
      },
      turn: { turn_timeout: 15, interruption_ignore_terms: ['mm-hmm', 'right'] },
      conversation: {
        max_duration_seconds: 3600,
        client_events: [
          'ping',
          'audio',
          'interruption',
          'user_transcript',
          'tentative_user_transcript',
          'agent_response',
          'agent_response_correction',
          'agent_response_complete',
          'client_tool_call',
          'agent_tool_request',
          'agent_tool_response',
          'vad_score',
        ],
      },
    },
    platform_settings: {
      auth: { enable_auth: true, allowlist: [{ hostname: 'offhook.example' }] },
      overrides: { conversation_config_override: { tts: { speed: true } } },
      workspace_overrides: { webhooks: { post_call_webhook_id: 'wh_1', events: ['transcript', 'audio'] } },
    },
  }
}

export type AgentFixture = ReturnType<typeof agentFixture>

function clientTool(name: string, expects_response: boolean, fields: Record<string, string>) {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([field, type]) => [field, { type, description: field }]),
  )
  return {
    type: 'client',
    name,
    description: `The tool ${name}`,
    expects_response,
    response_timeout_secs: 5,
    parameters: { type: 'object', required: Object.keys(fields), properties },
  }
}
