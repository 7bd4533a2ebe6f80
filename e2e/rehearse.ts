import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import type { Candidate } from '../src/api/play-candidate.ts'
import { playCandidate } from '../src/api/play-candidate.ts'
import type { Bank } from '../src/domain/catalog/bank.ts'
import type { Report } from '../src/domain/report/report.ts'
import { Report as ReportSchema } from '../src/domain/report/report.ts'
import { isOver, join, keepSilent, lastLines, pastePosting, say } from './interview-page.ts'
import { watchedPage } from './open-browser.ts'

/** From the setup form to the report, in a browser of its own; asks of the page are answered, nothing is scripted. */
export async function rehearse(
  { browser, url, bank }: { browser: Browser; url: string; bank: Bank },
  candidate: Candidate,
): Promise<{ report: Report; complaints: string[]; strangers: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const { page, complaints, strangers } = await watchedPage(context, url)
  if (candidate === 'silent') await page.clock.install()
  await pastePosting(page, url)
  const id = page.url().split('/').at(-1) ?? ''
  await join(page)
  for (let turn = 1; turn <= 90 && !(await isOver(page)); turn += 1) {
    const answer = playCandidate(bank, candidate, await lastLines(page))
    await (answer ? say(page, answer) : keepSilent(page))
  }
  await page.getByRole('button', { name: 'See the report' }).click()
  await page.waitForURL(/\/report\//)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const answer = await page.request.get(`${url}/api/reports/${id}`)
  const report = ReportSchema.parse(await answer.json())
  const shown = await page.locator('main').innerText()
  for (const { evidence } of report.dimensions) {
    for (const { quote } of evidence) expect(shown.replace(/\s+/g, ' ')).toContain(quote.replace(/\s+/g, ' '))
  }
  await context.close()
  return { report, complaints, strangers }
}
