import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import { Report } from '../src/domain/report/report.ts'
import type { HttpClient } from './http-client.ts'
import { createHttpClient } from './http-client.ts'
import { openBrowser } from './open-browser.ts'
import { playOverHttp } from './play-over-http.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

const bank = loadBank('.build/bank.json')
let site: Served
let browser: Browser
let client: HttpClient
let context: BrowserContext
let page: Page
let id: string

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
  client = createHttpClient(site.url)
  id = await playOverHttp(client, bank, 'strong')
  await client.send('POST', `/api/sessions/${id}/finish`, {})
  context = await browser.newContext({ reducedMotion: 'reduce', javaScriptEnabled: false })
  const [name = '', value = ''] = client.cookie().split('=')
  await context.addCookies([{ name, value, url: site.url }])
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function exported(): Promise<Report> {
  return Report.parse(await (await client.send('GET', `/api/reports/${id}`)).json())
}

/** A turn that a point was heard in, and a word of its quote that is long enough to be misheard. */
async function quotedTurn() {
  const { questions, transcript } = await exported()
  const quotes = questions.flatMap(({ pointsHeard }) => pointsHeard.flatMap(({ evidence }) => evidence ?? []))
  for (const { turnId, quote } of quotes) {
    const turn = transcript.find((entry) => entry.turnId === turnId)
    const word = /\b[a-z]{7,}\b/.exec(quote)?.[0]
    if (turn && word) return { turn, word }
  }
  throw new Error('nothing was heard that could be misheard')
}

async function correct(turnId: string, text: string) {
  await page.goto(`${site.url}/report/${id}`)
  const form = page.locator(`#t-${turnId} .correct`)
  await form.getByText('Misheard?').click()
  await form.locator('textarea').fill(text)
  await form.getByRole('button', { name: 'Correct and grade again' }).click()
}

test('a misheard word is put right in place, without JavaScript, and the report shows both texts and what moved', async () => {
  const { turn, word } = await quotedTurn()
  const mended = turn.text.replace(word, `${word}s`)
  await correct(turn.turnId, mended)
  await page.waitForURL(`${site.url}/report/${id}#corrections`)
  const shown = page.locator('.correction').last()
  expect(await shown.locator('dd').first().innerText()).toBe(turn.text)
  expect(await shown.locator('dd').last().innerText()).toBe(mended)
  const report = await exported()
  expect(report.corrections).toMatchObject([{ before: turn.text, after: mended, edited: false }])
  const entry = report.transcript.find(({ turnId }) => turnId === turn.turnId)
  expect([entry?.text, entry?.heard, entry?.edited]).toEqual([mended, turn.text, undefined])
  await page.locator(`#t-${turn.turnId}`).getByText('You corrected this.').waitFor()
})

test('words beyond a mishearing are marked as edited in every export, and move nothing', async () => {
  const before = await exported()
  const { turn } = await quotedTurn()
  const pasted = 'I would put an idempotency key into a unique column and deduplicate on it.'
  await correct(turn.turnId, pasted)
  await page.waitForURL(`${site.url}/report/${id}#corrections`)
  expect(await page.locator('.correction').last().innerText()).toContain('No score and no point changed.')
  const after = await exported()
  expect(after.transcript.find(({ turnId }) => turnId === turn.turnId)).toMatchObject({
    text: turn.text,
    edited: pasted,
  })
  expect([after.overall, after.dimensions, after.questions]).toEqual([
    before.overall,
    before.dimensions,
    before.questions,
  ])
  const markdown = await (await client.send('GET', `/api/reports/${id}.md`)).text()
  expect(markdown).toContain(`Edited by the candidate. Shown, not scored: ${pasted}`)
})

test('it is taken back with one press', async () => {
  const { turn } = await quotedTurn()
  const first = turn.heard ?? ''
  await page.goto(`${site.url}/report/${id}`)
  const form = page.locator(`#t-${turn.turnId} .correct`)
  await form.getByText('Misheard?').click()
  await form.getByRole('button', { name: 'Take it back' }).click()
  await page.waitForURL(`${site.url}/report/${id}#corrections`)
  const report = await exported()
  const entry = report.transcript.find(({ turnId }) => turnId === turn.turnId)
  expect([entry?.text, entry?.heard, entry?.edited]).toEqual([first, undefined, undefined])
  expect(report.corrections).toHaveLength(3)
})

test('what cannot be taken is refused on the page, with what was typed', async () => {
  const { turn } = await quotedTurn()
  const send = (form: Record<string, string>) =>
    page.request.post(`${site.url}/report/${id}/correct`, { form, headers: { origin: site.url } })
  const empty = await send({ turnId: turn.turnId, text: '   ' })
  expect([empty.status(), (await empty.text()).includes('Not corrected')]).toEqual([422, true])
  const unknown = await send({ turnId: 'nowhere', text: 'these words are mine & kept' })
  expect(unknown.status()).toBe(422)
  expect(await unknown.text()).toContain('these words are mine &amp; kept')
  expect((await send({})).status()).toBe(422)
  expect((await exported()).corrections).toHaveLength(3)
})
