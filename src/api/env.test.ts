import { describe, expect, test } from 'vitest'
import { parseEnv } from './env.ts'

describe('the settings', () => {
  test('have ElevenLabs once a key is there, an agent once it is named, at its own address unless told otherwise', () => {
    const key = { ELEVENLABS_API_KEY: 'sk_1' }
    expect(parseEnv({}).elevenLabs).toBeUndefined()
    expect(parseEnv({ ...key, ELEVENLABS_AGENT_ID: '' }).elevenLabs).toEqual({
      apiKey: 'sk_1',
      baseUrl: 'https://api.elevenlabs.io',
    })
    const both = { ...key, ELEVENLABS_AGENT_ID: 'agent_1' }
    expect(parseEnv(both).elevenLabs).toEqual({
      apiKey: 'sk_1',
      agentId: 'agent_1',
      baseUrl: 'https://api.elevenlabs.io',
    })
    const local = parseEnv({ ...both, ELEVENLABS_BASE_URL: 'http://127.0.0.1:9' })
    expect(local.elevenLabs?.baseUrl).toBe('http://127.0.0.1:9')
  })

  test('name every variable that does not fit, and never its value', () => {
    const broken = { ELEVENLABS_BASE_URL: 'api.elevenlabs.io', OFFHOOK_COOKIE_SECRET: 'hunter2' }
    expect(() => parseEnv(broken)).toThrow(/OFFHOOK_COOKIE_SECRET: .*ELEVENLABS_BASE_URL: /)
    expect(() => parseEnv(broken)).not.toThrow(/hunter2/)
  })
})
