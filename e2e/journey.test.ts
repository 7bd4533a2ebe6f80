import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import type { Report } from '../src/domain/report/report.ts'
import { Report as ReportSchema } from '../src/domain/report/report.ts'
import type { Candidate } from '../src/api/play-candidate.ts'
import { playCandidate } from '../src/api/play-candidate.ts'
import { isOver, join, keepSilent, lastLines, pastePosting, say } from './interview-page.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
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

/** From the setup form to the report, in a browser of its own; asks of the page are answered, nothing is scripted. */
async function rehearse(
  candidate: Candidate,
): Promise<{ report: Report; complaints: string[]; strangers: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const { page, complaints, strangers } = await watchedPage(context, site.url)
  if (candidate === 'silent') await page.clock.install()
  await pastePosting(page, site.url)
  const id = page.url().split('/').at(-1) ?? ''
  await join(page)
  for (let turn = 1; turn <= 90 && !(await isOver(page)); turn += 1) {
    const answer = playCandidate(bank, candidate, await lastLines(page))
    await (answer ? say(page, answer) : keepSilent(page))
  }
  await page.getByRole('button', { name: 'See the report' }).click()
  await page.waitForURL(/\/report\//)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const answer = await page.request.get(`${site.url}/api/reports/${id}`)
  const report = ReportSchema.parse(await answer.json())
  const shown = await page.locator('main').innerText()
  for (const { evidence } of report.dimensions) {
    for (const { quote } of evidence) expect(shown.replace(/\s+/g, ' ')).toContain(quote.replace(/\s+/g, ' '))
  }
  await context.close()
  return { report, complaints, strangers }
}

const scoresOf = (report: Report) => new Map(report.dimensions.map(({ id, score }) => [id, score]))

describe('from a posting to a report, in Chromium', () => {
  test('a strong candidate beats a weak one, a silent one is not assessed, and nothing complains', async () => {
    const strong = await rehearse('strong')
    const weak = await rehearse('weak')
    const silent = await rehearse('silent')
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
