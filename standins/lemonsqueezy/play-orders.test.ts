import { expect, test } from 'vitest'
import { playOrders } from './play-orders.ts'
import { playStarts } from './play-starts.ts'

/** Cut short: `npm run torture` plays the long counts. */
const ORDERS = Number(process.env['OFFHOOK_ORDERS'] || 150)
const STARTS = Number(process.env['OFFHOOK_STARTS'] || 800)
const seed = Number(process.env['OFFHOOK_SEED'] || 1)

test('orders are credited once, whatever their webhooks do, and whatever handler is killed', async () => {
  const { lost, doubled, negative, crashes, inOutage } = await playOrders(ORDERS, seed)
  expect({ lost, doubled, negative }).toEqual({ lost: [], doubled: [], negative: [] })
  expect(Math.min(...Object.values(crashes))).toBeGreaterThan(0)
  expect(inOutage).toBeGreaterThan(0)
})

test('sessions that race for credits use as many as start', async () => {
  const { broken, started, refused, failed } = await playStarts(STARTS, seed)
  expect(broken).toEqual([])
  expect(Math.min(started, refused, failed)).toBeGreaterThan(10)
})
