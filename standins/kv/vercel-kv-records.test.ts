import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createVercelKvRecords } from '../../src/storage/drivers/vercel-kv-records.ts'
import { describeRecordStore } from '../../src/storage/record-store.contract.ts'
import { StorageFailure } from '../../src/storage/storage-failure.ts'
import { connectRedis } from './connect-redis.ts'
import type { Kv } from './start-kv.ts'
import { startKv } from './start-kv.ts'

let kv: Kv
let stores = 0
const open = (now?: () => number) => createVercelKvRecords(kv, `records-${(stores += 1)}`, now)

beforeAll(async () => {
  kv = await startKv()
})
afterAll(() => kv.stop())

describeRecordStore('vercel kv', open)

describe('records in Vercel KV', () => {
  test('a call whose answer was lost is done once and told what it was', async () => {
    const store = open()
    await store.add('count', 5)
    kv.switches.losesAnswers = 2
    expect(await store.add('count', 2)).toBe(7)
    expect(kv.switches.losesAnswers).toBe(0)
    kv.switches.losesAnswers = 1
    expect(await store.putNew('lock', 'one')).toBe(true)
    kv.switches.losesAnswers = 1
    expect(await store.take('lock')).toBe('one')
    expect(await store.take('lock')).toBeUndefined()
    expect(await store.get('count')).toBe('7')
  })

  test('every call is one trip', async () => {
    const store = open()
    const before = kv.trips()
    await store.put('a', 'x', { expiresAt: 1e15 })
    await store.get('a')
    await store.list('')
    await store.add('b', 1)
    expect(kv.trips() - before).toBe(4)
  })

  test('what is over is removed by whoever comes next, whatever they came for', async () => {
    let time = 1_000
    const store = open(() => time)
    const redis = await connectRedis(kv.redis.port)
    for (let visitor = 0; visitor < 5; visitor += 1)
      await store.add(`limits/${visitor}`, 1, { expiresAt: 2_000 })
    time = 2_000
    await store.put('another', 'x')
    expect(await redis.send(['HLEN', `records-${stores}:values`])).toBe(1)
    expect(await redis.send(['ZCARD', `records-${stores}:order`])).toBe(1)
    expect(await redis.send(['ZCARD', `records-${stores}:ends`])).toBe(0)
    redis.close()
  })

  test('what is no number cannot be added to', async () => {
    const store = open()
    await store.put('text', 'x')
    await expect(store.add('text', 1)).rejects.toThrow(StorageFailure)
    expect(await store.get('text')).toBe('x')
  })
})
