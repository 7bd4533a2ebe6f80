import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SessionCreated } from '../src/wire/sessions.ts'
import { openBrowser } from './open-browser.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

const token = 'the token of the operator, 32 letters'
const jd = `Senior Engineer, Billing. TypeScript, Postgres, webhooks, idempotency, queues and observability.`

let site: Served
let browser: Browser
/** Without JavaScript: who owns what works without it. */
let context: BrowserContext
let page: Page
let id: string

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    serveSite(undefined, undefined, undefined, { OFFHOOK_OPERATOR_TOKEN: token }),
    openBrowser(),
  ])
  context = await browser.newContext({ javaScriptEnabled: false })
  page = await context.newPage()
  await page.goto(`${site.url}/i/friends-of-ours`)
  await page.getByLabel('Job description').fill(jd)
  await page.getByRole('button', { name: 'Start' }).click()
  id = new URL(page.url()).pathname.split('/')[2] ?? ''
  await say('open', '')
  await say(
    't1',
    'I owned the ledger that charged forty million requests a day; p99 under 200 ms, in Postgres.',
  )
  await context.request.post(`${site.url}/api/sessions/${id}/finish`)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function say(turnId: string, text: string): Promise<void> {
  await context.request.post(`${site.url}/api/sessions/${id}/turns`, { data: { turnId, text } })
}

describe('a report and who may see it', () => {
  test('is read by a stranger through its link, and by nobody once that is taken back', async () => {
    await page.goto(`${site.url}/report/${id}`)
    await page.getByLabel('What the posting asked for').check()
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = await page.locator('.share-link').inputValue()
    const stranger = await (await browser.newContext()).newPage()
    const opened = await stranger.goto(link)
    expect(await stranger.getByRole('heading', { name: 'Verdict by dimension' }).count()).toBe(1)
    expect(await stranger.getByRole('heading', { name: 'Share it' }).count()).toBe(0)
    const {
      'referrer-policy': referrer,
      'x-robots-tag': robots,
      'cache-control': cache,
    } = opened?.headers() ?? {}
    expect([referrer, robots, cache]).toEqual(['no-referrer', 'noindex', 'private, no-store'])
    expect(
      await (await stranger.request.get(`${link.replace('/shared/', '/api/shared/')}/report.md`)).text(),
    ).toMatch(/^# /)
    await page.getByRole('button', { name: 'Take it back' }).click()
    expect((await stranger.goto(link))?.status()).toBe(404)
  })

  test('is told about once, by the form below it', async () => {
    await page.goto(`${site.url}/report/${id}`)
    await page.getByRole('group', { name: 'How well did it serve you?' }).getByLabel('4').check()
    await page.getByLabel('One line of why').fill('The code was real.')
    await page.getByRole('button', { name: 'Send' }).click()
    expect(await page.getByText('Nothing more will be asked').count()).toBe(1)
    await page.goto(`${site.url}/operator`)
    await page.getByLabel('Token').fill('not the token')
    await page.getByRole('button', { name: 'Show the figures' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('not the token')
    await page.getByLabel('Token').fill(token)
    await page.getByRole('button', { name: 'Show the figures' }).click()
    expect(await page.getByText('The code was real.').count()).toBe(1)
    expect(await page.getByRole('cell', { name: 'invitation friends-of-ours' }).count()).toBe(1)
    await page.getByLabel('Euros spent').fill('49,90')
    await page.getByRole('button', { name: 'Add' }).click()
    expect(await page.getByText('of €49.90 entered as spent').count()).toBe(1)
  })
})

describe('sessions and whose they are', () => {
  test('move to another device by a link that works once', async () => {
    await page.goto(`${site.url}/sessions`)
    await page.getByRole('button', { name: 'Move to another device' }).click()
    const link = await page.locator('#move-link').inputValue()
    const other = await browser.newContext({ javaScriptEnabled: false })
    const there = await other.newPage()
    await there.goto(link)
    await there.goto(link)
    await there.getByRole('button', { name: 'Move here' }).click()
    expect(await there.getByRole('row').count()).toBe(2)
    expect((await there.goto(link))?.status()).toBe(404)
    expect((await there.goto(`${site.url}/report/${id}`))?.status()).toBe(200)
    await other.close()
  })

  test('are deleted for good: one, and then everything', async () => {
    await context.request.post(`${site.url}/api/sessions`, { data: { jd } })
    await page.goto(`${site.url}/report/${id}`)
    await page.getByRole('link', { name: 'Delete this session' }).click()
    await page.getByRole('button', { name: 'Delete it for good' }).click()
    expect(await page.getByRole('status').innerText()).toContain('Deleted for good')
    expect((await page.goto(`${site.url}/report/${id}`))?.status()).toBe(404)
    await page.goto(`${site.url}/sessions`)
    await page.getByRole('link', { name: 'Delete everything' }).click()
    await page.getByRole('button', { name: 'Delete everything for good' }).click()
    expect(await page.getByText('There are none in this browser yet').count()).toBe(1)
    expect(await context.cookies()).toEqual([expect.objectContaining({ name: 'offhook-operator' })])
  })
})

test('an invitation is only a name', async () => {
  const made = await context.request.post(`${site.url}/api/sessions`, {
    data: { jd, origin: { invite: 'friends' } },
  })
  expect(SessionCreated.parse(await made.json()).id).toBeTruthy()
  expect((await page.goto(`${site.url}/i/%3Cscript%3E`))?.url()).toBe(`${site.url}/`)
})
