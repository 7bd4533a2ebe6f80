import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cutNetwork, planCuts } from './network-cuts.ts'
import { openBrowser } from './open-browser.ts'
import type { Served } from './serve.ts'
import { newDataDir, serveSite } from './serve.ts'

const dataDir = newDataDir()
let site: Served
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(dataDir), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test('16 interviews at once lose their line and nothing else', { timeout: 300_000 }, async ({ annotate }) => {
  const outcomes = await Promise.all(
    planCuts(16, [500, 5_000]).map((cut) => cutNetwork({ browser, url: site.url, dataDir }, cut)),
  )
  await annotate(`back after ${outcomes.map(({ backMs }) => Math.round(backMs)).join(', ')} ms`)
  expect(outcomes.filter(({ lost, repeated }) => lost.length + repeated.length > 0)).toEqual([])
})
