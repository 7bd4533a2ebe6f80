import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { elevenLabsAgent } from './elevenlabs-agent.ts'

/** What the published document says of the keys that we set; see scripts/extract-agent-schema.ts. */
const published = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readFileSync(new URL('elevenlabs-agent.schema.json', import.meta.url), 'utf8')))
const isAgent = new Ajv2020({ strict: false }).compile(published)

const agent = elevenLabsAgent({ publicUrl: 'https://offhook.example', webhookId: 'webhook' })
const { conversation_config: talk, platform_settings: platform } = agent
const { prompt } = talk.agent

/** The default that the document gives for a path of keys. */
function defaultAt(path: string): unknown {
  const Properties = z.object({ properties: z.record(z.string(), z.unknown()) })
  const found = path.split('.').reduce<unknown>((at, key) => {
    const alternatives = z.object({ anyOf: z.array(z.unknown()) }).safeParse(at)
    const schemas = [at, ...(alternatives.success ? alternatives.data.anyOf : [])]
    const holds = schemas.map((each) => Properties.safeParse(each)).find((each) => each.success)
    return holds?.data?.properties[key]
  }, published)
  return z.object({ default: z.unknown() }).parse(found).default
}

describe('the agent', () => {
  test('fits what ElevenLabs publishes, with a webhook and without', () => {
    for (const body of [agent, elevenLabsAgent({ publicUrl: 'https://offhook.example' })]) {
      isAgent(JSON.parse(JSON.stringify(body)))
      expect(isAgent.errors).toBeNull()
    }
  })

  test.each<[string, (broken: typeof agent) => void]>([
    [
      'a key that there is not',
      (broken) => Object.assign(broken.conversation_config.turn, { turn_timout: 15 }),
    ],
    [
      'an event that there is not',
      (broken) => broken.conversation_config.conversation.client_events.push('words'),
    ],
    [
      'a wait out of range',
      (broken) => Object.assign(broken.conversation_config.agent.prompt, { cascade_timeout_seconds: 30 }),
    ],
    ['a speed out of range', (broken) => Object.assign(broken.conversation_config.tts, { speed: 1.5 })],
    [
      'a tool without its name',
      (broken) => Object.assign(broken.conversation_config.agent.prompt.tools[0] ?? {}, { name: undefined }),
    ],
    [
      'a header of no kind',
      (broken) =>
        Object.assign(broken.conversation_config.agent.prompt.custom_llm.request_headers, {
          x: { name: 'y' },
        }),
    ],
    [
      'days that are no number',
      (broken) => Object.assign(broken.platform_settings.privacy, { retention_days: '7' }),
    ],
  ])('with %s would not fit', (_, breakIt) => {
    const broken = structuredClone(agent)
    breakIt(broken)
    expect(isAgent(JSON.parse(JSON.stringify(broken)))).toBe(false)
  })

  test.each<[string, unknown, unknown]>([
    ['conversation_config.conversation.max_duration_seconds', 600, talk.conversation.max_duration_seconds],
    ['conversation_config.agent.prompt.llm', 'gemini-2.5-flash', prompt.llm],
    ['conversation_config.agent.prompt.temperature', 0, prompt.temperature],
    ['conversation_config.agent.prompt.cascade_timeout_seconds', 4, prompt.cascade_timeout_seconds],
    ['conversation_config.turn.turn_timeout', 7, talk.turn.turn_timeout],
    ['conversation_config.turn.turn_eagerness', 'normal', talk.turn.turn_eagerness],
    ['conversation_config.tts.text_normalisation_type', 'system_prompt', talk.tts.text_normalisation_type],
    ['platform_settings.auth.enable_auth', false, platform.auth.enable_auth],
    ['platform_settings.auth.require_origin_header', false, platform.auth.require_origin_header],
    [
      'platform_settings.call_limits.agent_concurrency_limit',
      -1,
      platform.call_limits.agent_concurrency_limit,
    ],
    ['platform_settings.call_limits.daily_limit', 100_000, platform.call_limits.daily_limit],
    ['platform_settings.call_limits.bursting_enabled', true, platform.call_limits.bursting_enabled],
    ['platform_settings.privacy.retention_days', -1, platform.privacy.retention_days],
  ])('does not leave %s at its default', (path, byDefault, own) => {
    expect(defaultAt(path)).toEqual(byDefault)
    expect(own).not.toEqual(byDefault)
    expect(own).toBeDefined()
  })

  test('holds for a whole interview, waits for who thinks, and never speaks of its own accord', () => {
    expect(talk.conversation.max_duration_seconds).toBe(60 * 60)
    expect(talk.turn).toMatchObject({ turn_eagerness: 'patient', speculative_turn: false })
    expect(talk.turn.turn_timeout).toBeGreaterThanOrEqual(12)
    expect(talk.turn.silence_end_call_timeout).toBe(-1)
    expect(talk.turn.soft_timeout_config.timeout_seconds).toBe(-1)
    expect(talk.agent.first_message).toBe('')
    expect(prompt.backup_llm_config).toEqual({ preference: 'disabled' })
    expect(prompt.llm).toBe('custom-llm')
  })

  test('asks our director, with the pass of the interview and no key of ours', () => {
    expect(prompt.custom_llm).toEqual({
      url: 'https://offhook.example/api/voice/llm',
      model_id: 'interview-director',
      request_headers: { 'X-Interview-Pass': { variable_name: 'secret__interview_pass' } },
      api_type: 'chat_completions',
    })
    const placeholders = talk.agent.dynamic_variables.dynamic_variable_placeholders
    expect(Object.keys(placeholders)).toEqual(['secret__interview_pass'])
    expect(JSON.stringify(prompt)).not.toMatch(/\{\{/)
  })

  test('tells the page everything it needs', () => {
    expect(talk.conversation.client_events).toEqual(
      expect.arrayContaining([
        ...['conversation_initiation_metadata', 'ping', 'audio', 'interruption', 'user_transcript'],
        ...['tentative_user_transcript', 'agent_response', 'agent_response_correction', 'client_tool_call'],
        ...[
          'agent_response_complete',
          'agent_tool_request',
          'agent_tool_response',
          'vad_score',
          'client_error',
        ],
      ]),
    )
  })

  test('has the tools of the page, none of which is waited for, and one that ends the call', () => {
    expect(prompt.tools.map(({ name, parameters }) => [name, parameters.required])).toEqual([
      ['show_snippet', ['snippet_id']],
      ['highlight_lines', ['snippet_id', 'from', 'to']],
      ['set_section', ['section']],
      ['hold', ['on']],
    ])
    for (const { type, expects_response, parameters } of prompt.tools) {
      expect([type, expects_response]).toEqual(['client', false])
      for (const { description } of Object.values(parameters.properties)) expect(description).not.toBe('')
    }
    expect(Object.keys(prompt.built_in_tools)).toEqual(['end_call'])
  })

  test('lets a page change its speed, its terms and whether it speaks at all, and nothing else', () => {
    expect(platform.overrides).toEqual({
      custom_llm_extra_body: false,
      conversation_config_override: {
        tts: { speed: true },
        asr: { keywords: true },
        conversation: { text_only: true },
      },
    })
    expect(platform.auth.allowlist).toEqual([{ hostname: 'offhook.example' }])
    expect(platform.queueing_config).toEqual({ enabled: false })
  })
})
