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

  test('have a language model once its key and its name are there, at OpenAI unless told otherwise', () => {
    const both = { OPENAI_API_KEY: 'sk_1', OFFHOOK_MODEL: 'small-1' }
    expect(parseEnv({}).languageModel).toBeUndefined()
    expect(parseEnv({ ...both, OPENAI_BASE_URL: '' }).languageModel).toEqual({
      apiKey: 'sk_1',
      baseUrl: 'https://api.openai.com/v1',
      model: 'small-1',
      passes: 3,
    })
    const local = {
      ...both,
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      OFFHOOK_MODEL_PASSES: '5',
      OFFHOOK_MODEL_PRICES: '0.25 0.025 2',
    }
    expect(parseEnv(local).languageModel).toMatchObject({
      baseUrl: 'http://127.0.0.1:9/v1',
      passes: 5,
      prices: { input: 0.25, cached: 0.025, output: 2 },
    })
  })

  test('name the half of a language model that is missing', () => {
    expect(() => parseEnv({ OPENAI_API_KEY: 'sk_1' })).toThrow(/OFFHOOK_MODEL is missing/)
    expect(() => parseEnv({ OFFHOOK_MODEL: 'small-1' })).toThrow(/OPENAI_API_KEY is missing/)
    expect(() => parseEnv({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })).toThrow(/OPENAI_API_KEY is missing/)
    expect(() => parseEnv({ OFFHOOK_MODEL_PASSES: '0' })).toThrow(/OFFHOOK_MODEL_PASSES/)
    expect(() => parseEnv({ OFFHOOK_MODEL_PRICES: 'cheap' })).toThrow(/OFFHOOK_MODEL_PRICES/)
  })

  describe('of a shop', () => {
    const shop = {
      LEMONSQUEEZY_API_KEY: 'ls_1',
      LEMONSQUEEZY_STORE_ID: '77',
      LEMONSQUEEZY_WEBHOOK_SECRET: 'whsec_1',
      LEMONSQUEEZY_VARIANT_SINGLE: '501',
      LEMONSQUEEZY_VARIANT_THREE: '503',
    }

    test('sell nothing where none is set, and live orders where all are', () => {
      expect(parseEnv({})).not.toHaveProperty('lemonSqueezy')
      expect(parseEnv({ LEMONSQUEEZY_MODE: 'test' })).not.toHaveProperty('lemonSqueezy')
      expect(parseEnv(shop).lemonSqueezy).toEqual({
        apiKey: 'ls_1',
        storeId: '77',
        webhookSecret: 'whsec_1',
        variants: { single: '501', 'three-pack': '503' },
        mode: 'live',
      })
      const elsewhere = { LEMONSQUEEZY_STORE_URL: 'https://pay.example', LEMONSQUEEZY_MODE: 'test' }
      expect(parseEnv({ ...shop, ...elsewhere }).lemonSqueezy).toMatchObject({
        storeUrl: 'https://pay.example',
        mode: 'test',
      })
    })

    test.each(Object.keys(shop))('name %s where it alone is missing', (name) => {
      expect(() => parseEnv({ ...shop, [name]: '' })).toThrow(new RegExp(`${name} is missing`))
    })

    test('name what does not fit', () => {
      for (const odd of [
        { LEMONSQUEEZY_STORE_ID: 'mine' },
        { LEMONSQUEEZY_VARIANT_THREE: 'x' },
        { LEMONSQUEEZY_MODE: 'dry' },
      ])
        expect(() => parseEnv({ ...shop, ...odd })).toThrow(Object.keys(odd)[0])
    })
  })

  test('have KV once its address and its token are there, Blob once its token is, each by itself', () => {
    const both = { KV_REST_API_URL: 'https://kv.example', KV_REST_API_TOKEN: 'kv_1' }
    expect(parseEnv(both).kv).toEqual({ url: 'https://kv.example', token: 'kv_1' })
    expect(parseEnv({ ...both, OFFHOOK_STORAGE: 'memory' }).blobToken).toBeUndefined()
    expect(parseEnv({ BLOB_READ_WRITE_TOKEN: 'vercel_blob_rw_s1_x' })).toMatchObject({
      blobToken: 'vercel_blob_rw_s1_x',
    })
    expect(() => parseEnv({ KV_REST_API_URL: 'https://kv.example' })).toThrow(/KV_REST_API_TOKEN is missing/)
    expect(() => parseEnv({ KV_REST_API_TOKEN: 'kv_1' })).toThrow(/KV_REST_API_URL is missing/)
    expect(() => parseEnv({ ...both, KV_REST_API_URL: 'kv.example' })).toThrow(/KV_REST_API_URL: /)
    expect(() => parseEnv({ BLOB_READ_WRITE_TOKEN: 'rw_1' })).toThrow(/BLOB_READ_WRITE_TOKEN: /)
  })

  test('name every variable that does not fit, and never its value', () => {
    const broken = { ELEVENLABS_BASE_URL: 'api.elevenlabs.io', OFFHOOK_COOKIE_SECRET: 'hunter2' }
    expect(() => parseEnv(broken)).toThrow(/OFFHOOK_COOKIE_SECRET: .*ELEVENLABS_BASE_URL: /)
    expect(() => parseEnv(broken)).not.toThrow(/hunter2/)
  })
})
