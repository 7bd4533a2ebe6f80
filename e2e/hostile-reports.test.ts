import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import { checkHostileReports } from './hostile-reports.ts'
import { generateHostile, hostileTexts } from './hostile-text.ts'
import { openBrowser } from './open-browser.ts'
import { seededRandom } from './seeded-random.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

/** Generated texts beside the written ones; `npm run torture` says more. */
const GENERATED = 2_500

let site: Served
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test(`${hostileTexts.length} written and ${GENERATED} generated attacks stay text in page, Markdown, JSON, PDF and file name`, async () => {
  expect(hostileTexts.length).toBeGreaterThan(500)
  const texts = [...hostileTexts, ...generateHostile(seededRandom(1), GENERATED)]
  const { interviews } = await checkHostileReports(texts, {
    url: site.url,
    bank: loadBank('.build/bank.json'),
    browser,
  })
  expect(interviews).toBe(Math.ceil(texts.length / 1_000))
})
