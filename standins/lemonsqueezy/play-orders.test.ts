import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kv } from '../kv/start-kv.ts'
import { startKv } from '../kv/start-kv.ts'
import { playOrders } from './play-orders.ts'
import { playStarts } from './play-starts.ts'

/** Cut short: `npm run torture` plays the long counts. */
const seed = Number(process.env['OFFHOOK_SEED'] || 1)

let kv: Kv
beforeAll(async () => {
  kv = await startKv()
})
afterAll(() => kv.stop())

describe.each([
  { name: 'in memory', stores: () => ({}), orders: 150, starts: 600 },
  {
    name: 'in SQLite',
    stores: () => ({ dataDir: mkdtempSync(join(tmpdir(), 'offhook-ledger-')) }),
    orders: 50,
    starts: 100,
  },
  {
    name: 'on KV',
    stores: () => ({ kv: { url: kv.url, token: kv.token } }),
    orders: 50,
    starts: 100,
  },
])('with a ledger $name', ({ stores, orders, starts }) => {
  test('orders are credited once, whatever their webhooks do, and whatever handler is killed', async () => {
    const { lost, doubled, negative, crashes, inOutage } = await playOrders(orders, seed, stores())
    expect({ lost, doubled, negative }).toEqual({ lost: [], doubled: [], negative: [] })
    expect(Math.min(...Object.values(crashes))).toBeGreaterThan(0)
    expect(inOutage).toBeGreaterThan(0)
  })

  test('sessions that race for credits use as many as start', async () => {
    const { broken, started, refused, failed } = await playStarts(starts, seed, stores())
    expect(broken).toEqual([])
    expect(Math.min(started, refused, failed)).toBeGreaterThan(5)
  })
})
