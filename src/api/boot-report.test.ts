import { expect, test } from 'vitest'
import { bootReport } from './boot-report.ts'
import { parseEnv } from './env.ts'

const hosted = {
  VERCEL: '1',
  KV_REST_API_URL: 'https://kv.example',
  KV_REST_API_TOKEN: 'secret-kv',
  BLOB_READ_WRITE_TOKEN: 'vercel_blob_rw_store_secretblob',
  OFFHOOK_COOKIE_SECRET: 'secret-cookie-'.repeat(3),
  OFFHOOK_SIGNING_KEY: 'c2VjcmV0',
  ELEVENLABS_API_KEY: 'secret-voice',
  ELEVENLABS_AGENT_ID: 'agent_1',
  OPENAI_API_KEY: 'secret-model',
  OFFHOOK_MODEL: 'a-model',
  CRON_SECRET: 'secret-of-the-job',
  LEMONSQUEEZY_API_KEY: 'secret-shop',
  LEMONSQUEEZY_STORE_ID: '77',
  LEMONSQUEEZY_WEBHOOK_SECRET: 'secret-notice',
  LEMONSQUEEZY_VARIANT_SINGLE: '501',
  LEMONSQUEEZY_VARIANT_THREE: '503',
  OFFHOOK_PUBLIC_URL: 'https://offhook.example/',
}

test('with nothing set all parts are of this machine, and it says what would change that', () => {
  const report = bootReport(parseEnv({}))
  expect(report).not.toContain('real:')
  for (const name of [
    'ELEVENLABS_AGENT_ID',
    'OFFHOOK_MODEL',
    'LEMONSQUEEZY_API_KEY',
    'OFFHOOK_CLIENT_ADDRESS_HEADER',
  ])
    expect(report).toContain(name)
})

test('with everything set it names each service, and no secret', () => {
  const report = bootReport(parseEnv(hosted))
  for (const what of [
    'Vercel KV at kv.example',
    'Vercel Blob',
    'api.elevenlabs.io',
    'a-model at api.openai.com',
    'Lemon Squeezy, store 77, live mode; receipts lead to https://offhook.example',
  ])
    expect(report).toContain(`real: ${what}`.replace('real: api', 'real: ElevenLabs at api'))
  expect(report).toContain('x-vercel-forwarded-for')
  expect(report).not.toContain('local:')
  expect(report).not.toMatch(/secret-|secretblob|c2VjcmV0/)
})

test('an agent without its key is half set up', () => {
  expect(() => parseEnv({ ELEVENLABS_AGENT_ID: 'agent_1' })).toThrow(/ELEVENLABS_API_KEY is missing/)
})
