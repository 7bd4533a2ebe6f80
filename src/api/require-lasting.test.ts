import { expect, test } from 'vitest'
import { parseEnv } from './env.ts'
import { requireLasting } from './require-lasting.ts'

const kv = { KV_REST_API_URL: 'https://kv.example', KV_REST_API_TOKEN: 'kv_1' }
const secrets = { OFFHOOK_COOKIE_SECRET: 'x'.repeat(32), OFFHOOK_SIGNING_KEY: 'AAAA' }
const job = { CRON_SECRET: 'x'.repeat(16) }
const blob = { BLOB_READ_WRITE_TOKEN: 'vercel_blob_rw_store1_secret' }

const refusal = (environment: Record<string, string>) => {
  try {
    requireLasting(parseEnv(environment))
    return 'fine'
  } catch (error) {
    return String(error)
  }
}

test('on one machine nothing has to be set, and blobs alone may be elsewhere', () => {
  expect(refusal({})).toBe('fine')
  expect(refusal(blob)).toBe('fine')
})

test('on Vercel everything that lasts is wanted, by name, and nothing else will do', () => {
  const told = refusal({ VERCEL: '1', OFFHOOK_STORAGE: 'sqlite' })
  for (const name of [...Object.keys(kv), ...Object.keys(secrets), ...Object.keys(blob), ...Object.keys(job)])
    expect(told).toContain(name)
  expect(refusal({ VERCEL: '1', ...job, ...kv, ...secrets, ...blob })).toBe('fine')
  expect(refusal({ VERCEL: '1', ...job, ...kv, ...secrets })).toMatch(/set: BLOB_READ_WRITE_TOKEN \(/)
  expect(refusal({ VERCEL: '1', ...kv, ...secrets, ...blob })).toMatch(/set: CRON_SECRET \(/)
  expect(refusal({ VERCEL: '1', ...job, ...secrets, ...blob })).toMatch(/set: KV_REST_API_URL and/)
})

test('a database outlives the machine, so its secrets have to', () => {
  expect(refusal(kv)).toMatch(/With KV_REST_API_URL .*: OFFHOOK_COOKIE_SECRET.*OFFHOOK_SIGNING_KEY/)
  expect(refusal({ ...kv, ...secrets })).toBe('fine')
})
