import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playCandidate } from '../src/api/play-candidate.ts'
import { loadBank } from '../src/bank/load-bank.ts'
import type { HttpClient } from './http-client.ts'
import { createHttpClient } from './http-client.ts'
import { isOver, join, lastLines, say } from './interview-page.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import { playOverHttp } from './play-over-http.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

const bank = loadBank('.build/bank.json')
let site: Served
let browser: Browser
let client: HttpClient
let first: string

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
  client = createHttpClient(site.url)
  first = await playOverHttp(client, bank, 'weak')
  await client.send('POST', `/api/sessions/${first}/finish`, {})
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function ownContext(javaScriptEnabled: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', javaScriptEnabled })
  const [name = '', value = ''] = client.cookie().split('=')
  await context.addCookies([{ name, value, url: site.url }])
  return context
}

test('a question is answered again in the browser, and the difference is shown on both reports', async () => {
  const context = await ownContext(true)
  const { page, complaints } = await watchedPage(context, site.url)
  await page.goto(`${site.url}/report/${first}`)
  const question = page.getByRole('button', { name: /^Answer again: / }).nth(1)
  await question.click()
  await page.getByRole('heading', { level: 1, name: 'One question again' }).waitFor()
  await join(page)
  for (let turn = 1; turn <= 20 && !(await isOver(page)); turn += 1) {
    await say(page, playCandidate(bank, 'strong', await lastLines(page)))
  }
  await page.getByRole('button', { name: 'See the report' }).click()
  await page.getByRole('heading', { level: 1, name: /^One question again: \d of 4, from \d\.$/ }).waitFor()
  await page.getByRole('heading', { name: 'What changed' }).waitFor()
  expect(await page.getByText('Heard now').count()).toBe(1)
  await page.getByRole('link', { name: 'The report it comes from' }).click()
  await page.waitForURL(`${site.url}/report/${first}`)
  await page.getByRole('heading', { name: 'Since then' }).waitFor()
  await page.getByRole('link', { name: 'One question again' }).click()
  await page.getByRole('heading', { level: 1, name: /^One question again: / }).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('the same posting and a drill open from the report without JavaScript', async () => {
  const context = await ownContext(false)
  const page = await context.newPage()
  await page.goto(`${site.url}/report/${first}`)
  await page.getByRole('button', { name: 'Same posting, unseen questions' }).click()
  await page.getByRole('heading', { level: 1, name: 'Your plan' }).waitFor()
  await page.goto(`${site.url}/report/${first}`)
  await page.locator('button[value="drill"]').first().click()
  await page.getByRole('heading', { level: 1, name: /^Three minutes on / }).waitFor()
  await context.close()
})

test('a press that cannot be met shows the report again and says why', async () => {
  const context = await ownContext(false)
  const page = await context.newPage()
  const answer = await page.request.post(`${site.url}/report/${first}/again`, {
    form: { kind: 'drill', questionId: 'nowhere', pointId: 'nothing' },
    headers: { origin: site.url },
    maxRedirects: 0,
  })
  expect([answer.status(), answer.headers()['location']]).toEqual([
    303,
    `/report/${first}?problem=invalid#again`,
  ])
  await page.goto(`${site.url}/report/${first}?problem=invalid#again`)
  expect(await page.getByRole('alert').innerText()).toContain('Choose again')
  await context.close()
})
