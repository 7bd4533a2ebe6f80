import { afterEach, expect, test } from 'vitest'
import { compose } from './compose.ts'
import { parseEnv } from './env.ts'
import { newSigningKey } from './new-signing-key.ts'

const context = Symbol.for('@vercel/request-context')
const held: Promise<unknown>[] = []

afterEach(() => {
  held.length = 0
  Reflect.deleteProperty(globalThis, context)
})

const hosted = () => ({
  VERCEL: '1',
  KV_REST_API_URL: 'http://127.0.0.1:9',
  KV_REST_API_TOKEN: 'kv',
  BLOB_READ_WRITE_TOKEN: 'vercel_blob_rw_store_secret',
  OFFHOOK_COOKIE_SECRET: 'a secret that only this test knows',
  OFFHOOK_SIGNING_KEY: newSigningKey(),
  CRON_SECRET: 'another secret of it',
})

test.each([
  ['on Vercel work in the background keeps the function awake', hosted, 1],
  [
    'on a machine nobody has to be told',
    () => ({ OFFHOOK_STORAGE: 'memory', OFFHOOK_COOKIE_SECRET: 'x'.repeat(32) }),
    0,
  ],
] as const)('%s', async (_, environment, awake) => {
  Reflect.set(globalThis, context, {
    get: () => ({ waitUntil: (work: Promise<unknown>) => held.push(work) }),
  })
  const { background } = compose(parseEnv(environment()))
  let done = false
  const work = Promise.resolve().then(() => void (done = true))
  background(work)
  expect(held).toHaveLength(awake)
  await Promise.all([work, ...held])
  expect(done).toBe(true)
})
