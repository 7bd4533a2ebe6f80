import { createClient } from '@vercel/kv'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Kv } from './start-kv.ts'
import { startKv } from './start-kv.ts'

let service: Kv
beforeAll(async () => {
  service = await startKv()
})
afterAll(() => service.stop())

test('commands that are sent together are one trip, in order, and fail each for itself', async () => {
  const kv = createClient({ url: service.url, token: service.token })
  const before = service.trips()
  const pipeline = kv.pipeline().set('a', 'é ✓').get('a').incr('a').incr('n').incr('n')
  const told = await pipeline.exec({ keepErrors: true })
  expect(told.map(({ result, error }) => (error ? 'refused' : result))).toEqual([
    'OK',
    'é ✓',
    'refused',
    1,
    2,
  ])
  expect(service.trips() - before).toBe(1)
})

test('a transaction is done whole', async () => {
  const kv = createClient({ url: service.url, token: service.token })
  expect(await kv.multi().set('b', { n: 1 }).get('b').rpush('c', 'x', 'y').lrange('c', 0, -1).exec()).toEqual(
    ['OK', { n: 1 }, 2, ['x', 'y']],
  )
})

test('texts come as they are where base64 is not asked for', async () => {
  const kv = createClient({ url: service.url, token: service.token, responseEncoding: false })
  await kv.set('d', 'naïve')
  expect(await kv.get('d')).toBe('naïve')
})

test('says what Redis has against a command, and lets nobody in without the token', async () => {
  const kv = createClient({ url: service.url, token: service.token })
  await kv.rpush('list', 'x')
  await expect(kv.get('list')).rejects.toThrow(/WRONGTYPE/)
  await expect(createClient({ url: service.url, token: 'another' }).get('a')).rejects.toThrow(/Unauthorized/)
})
