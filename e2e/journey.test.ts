import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import type { Report } from '../src/domain/report/report.ts'
import { pastePosting } from './interview-page.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import { rehearse } from './rehearse.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

const bank = loadBank('.build/bank.json')
let site: Served
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const scoresOf = (report: Report) => new Map(report.dimensions.map(({ id, score }) => [id, score]))

describe('from a posting to a report, in Chromium', () => {
  test('a strong candidate beats a weak one, a silent one is not assessed, and nothing complains', async () => {
    const strong = await rehearse({ browser, url: site.url, bank }, 'strong')
    const weak = await rehearse({ browser, url: site.url, bank }, 'weak')
    const silent = await rehearse({ browser, url: site.url, bank }, 'silent')
    for (const [id, score] of scoresOf(strong.report)) {
      const other = scoresOf(weak.report).get(id) ?? null
      if (score === null || other === null) continue
      // Little can be said just as clearly as much.
      const isBetter = id === 'communication' ? score >= other : score > other
      expect([id, isBetter]).toEqual([id, true])
    }
    expect(strong.report.overall).toBeGreaterThan((weak.report.overall ?? 4) + 1)
    expect([...scoresOf(strong.report).values()]).not.toContain(null)
    expect([...scoresOf(silent.report).values()]).toEqual([null, null, null, null, null])
    for (const { complaints, strangers } of [strong, weak, silent]) {
      expect(complaints).toEqual([])
      expect(strangers).toEqual([])
    }
  }, 300_000)

  test('the list of sessions tells the time where the viewer is', async () => {
    const context = await browser.newContext({ timezoneId: 'America/New_York' })
    const { page, complaints } = await watchedPage(context, site.url)
    await pastePosting(page, site.url)
    await page.goto(`${site.url}/sessions`)
    const time = page.locator('time')
    const at = new Date((await time.getAttribute('datetime')) ?? '')
    const hour = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'America/New_York' })
    expect(await time.innerText()).toContain(hour.format(at))
    expect(complaints).toEqual([])
    await context.close()
  })
})
