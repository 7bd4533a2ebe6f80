import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createVercelKvLimiter } from '../../src/storage/drivers/vercel-kv-limiter.ts'
import { describeLimiter } from '../../src/storage/limiter.contract.ts'
import { StorageFailure } from '../../src/storage/storage-failure.ts'
import type { Kv } from './start-kv.ts'
import { startKv } from './start-kv.ts'
import { createSwitches } from './switches.ts'

/** A trip each, and every write of it on disk: the long trace is for `OFFHOOK_REQUESTS`. */
const requests = Number(process.env['OFFHOOK_REQUESTS'] || 500)

let kv: Kv
let limiters = 0
const open = (now?: () => number) => createVercelKvLimiter(kv, `limits-${(limiters += 1)}`, now)
const allowance = { key: 'voice:owner', most: 2, windowMs: 3_600_000 }

beforeAll(async () => {
  kv = await startKv()
})
afterAll(() => kv.stop())

describeLimiter('vercel kv', open, requests)

describe('limits in Vercel KV', () => {
  test('a call whose answer was lost counts once', async () => {
    const limiter = open()
    kv.switches.losesAnswers = 2
    expect(await limiter.take([allowance])).toEqual({ ok: true })
    expect(await limiter.take([allowance])).toEqual({ ok: true })
    expect(await limiter.take([allowance])).toMatchObject({ ok: false })
  })

  test('admits nobody while the database does not answer, and is one trip when it does', async () => {
    const limiter = open()
    Object.assign(kv.switches, createSwitches({ status: 500 }))
    await expect(limiter.take([allowance])).rejects.toThrow(StorageFailure)
    Object.assign(kv.switches, createSwitches())
    const before = kv.trips()
    expect(await limiter.take([allowance, { ...allowance, key: 'voice:192.0.2.1' }])).toEqual({ ok: true })
    expect(kv.trips() - before).toBe(1)
  })
})
