import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POSTING } from '../src/api/test-app.ts'
import { createHttpClient } from './http-client.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

let site: Served
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})
beforeEach(async () => {
  context = await browser.newContext({ javaScriptEnabled: false })
  ;({ page, complaints } = await watchedPage(context, site.url))
  page.setDefaultTimeout(20_000)
})
afterEach(() => context.close())

const RECIPE =
  'Tomato soup: peel the carrots, add two litres of water, simmer for an hour and season to taste.'
const posting = () => page.getByRole('textbox', { name: /job description/i })
const start = () => page.getByRole('button', { name: 'Start', exact: true })

/** Fills the form without what the browser itself would refuse, and presses Start. */
async function submit(text: string): Promise<number> {
  await page.goto(site.url)
  await page.locator('form.setup').evaluate((form: HTMLFormElement) => (form.noValidate = true))
  await page.getByRole('radio', { name: 'Mid, with coaching' }).check()
  await posting().fill(text)
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/start')),
    start().click(),
  ])
  await page.waitForLoadState()
  return answer.status()
}

describe('the setup form, without JavaScript', () => {
  test('is not sent while it is empty, and says why', async () => {
    await page.goto(site.url)
    await start().click()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await page.locator('#jd:invalid').count()).toBe(1)
    expect(await page.locator('#jd-problem').innerText()).toContain('Paste the posting first')
  })

  test.each([
    ['nothing', '', 'There is no job description yet.', 'Paste the text of the posting'],
    ['nine characters', 'Engineer.', 'This is too short', 'Paste the posting, or at least its title'],
    [
      'more than 50 KB',
      `${POSTING}\n`.repeat(200),
      'This is longer than 50 KB.',
      'Paste one job description',
    ],
    [
      'a file',
      `%PDF-1.7 ${'\u0001\u0002\u0003\u0007'.repeat(40)} end`,
      'This is a file, not text.',
      'select its text',
    ],
    ['a page without words', `<p>  </p><br>`.repeat(4), 'There are no words in this.', 'Paste the text'],
  ])(
    'refuses %s with what is wrong and what to do, and keeps what was typed',
    async (_, text, what, hint) => {
      expect(await submit(text)).toBe(422)
      const summary = await page.locator('.error-summary').innerText()
      expect(summary).toContain(what)
      expect(summary).toContain(hint)
      expect(await page.locator('#jd-problem').innerText()).toContain(what)
      expect(await posting().inputValue()).toBe(text)
      expect(await page.getByRole('radio', { name: 'Mid, with coaching' }).isChecked()).toBe(true)
    },
  )

  test('says plainly that a recipe is no engineering role, and proposes the baseline', async () => {
    expect(await submit(RECIPE)).toBe(303)
    const shown = await page.locator('main').innerText()
    expect(shown).toContain('This does not read like an engineering role')
    expect(shown).toContain('Nothing was found that a technical screen could ask about.')
    expect(shown).toMatch(/The Web[^.]* interview is proposed instead/)
    expect(await page.locator('.ground').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test.each([
    [
      'German',
      'Senior Backend-Entwickler (m/w/d). Sie betreiben Warteschlangen mit Kafka und PostgreSQL in TypeScript.',
    ],
    [
      'Japanese',
      'シニアバックエンドエンジニア募集。TypeScript と PostgreSQL、Kafka を使った決済基盤の開発。',
    ],
  ])('reads what it knows in a posting in %s, in its own words', async (_, text) => {
    expect(await submit(text)).toBe(303)
    const grounds = await page.locator('.ground-words').allInnerTexts()
    expect(grounds.join(' ')).toContain('PostgreSQL')
    for (const ground of grounds) expect(text).toContain(ground.replace(/[“”]/g, ''))
  })
})

describe('requests that no page makes', () => {
  const form = 'application/x-www-form-urlencoded'
  const send = (method: string, path: string, body?: string, type = form) => {
    const init = { method, redirect: 'manual' as const, headers: { origin: site.url, 'content-type': type } }
    return fetch(site.url + path, body === undefined ? init : { ...init, body })
  }

  test.each([
    ['application/json', '{"jd":"queues"}'],
    ['text/plain', 'jd=queues'],
    ['multipart/form-data; boundary=x', '--x broken'],
  ])('a start sent as %s is refused with the form', async (type, body) => {
    const response = await send('POST', '/start', body, type)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('The form did not arrive whole.')
  })

  test('choices that are not offered are refused, and the posting is kept', async () => {
    const response = await send('POST', '/start', 'jd=Senior+engineer%2C+queues&level=principal')
    expect(response.status).toBe(422)
    const shown = await response.text()
    expect(shown).toContain('One of the choices is not among those offered.')
    expect(shown).toContain('Senior engineer, queues')
  })

  test('addresses that do not exist get the page that says so, whatever the method', async () => {
    const paths = [
      '/nowhere',
      '/session/none',
      '/report/none',
      '/session/..%2f..%2fetc',
      '/privacy/x',
      '/_astro/x.js',
    ]
    for (const path of [...paths, `/${'long'.repeat(500)}`]) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const response = await send(method, path)
        expect([method, path, response.status]).toEqual([method, path, 404])
        expect(await response.text()).toContain('There is nothing at this address')
      }
    }
    for (const path of ['/%', '/session/%E0%A4%A', '/api/sessions/%E0%A4%A']) {
      expect([path, (await send('GET', path)).status]).toEqual([path, 400])
    }
  })

  test('a wrong method changes nothing and is never a fault of the server', async () => {
    const client = createHttpClient(site.url)
    const id = await client.create()
    const before = await client.view(id)
    const paths = ['/', '/start', '/sessions', `/session/${id}`, `/session/${id}/plan`, `/report/${id}`]
    for (const path of [...paths, '/api/sessions', `/api/sessions/${id}`, `/api/sessions/${id}/turns`]) {
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        if (method === 'DELETE' && path === `/api/sessions/${id}`) continue
        const response = await client.send(method, path)
        expect([method, path, response.status < 500]).toEqual([method, path, true])
      }
    }
    expect(await client.view(id)).toEqual(before)
  })

  test('somebody else’s session is a page that is not there, its plan cannot be changed, its report not read', async () => {
    const client = createHttpClient(site.url)
    const id = await client.create()
    await client.send('POST', `/api/sessions/${id}/finish`, {})
    const open = await client.create()
    await submit(POSTING)
    const [owner] = await context.cookies()
    expect(owner?.name).toBe('offhook')
    for (const path of [`/session/${open}`, `/report/${open}`, `/session/${id}`, `/report/${id}`]) {
      const response = await page.goto(site.url + path)
      expect([path, response?.status()]).toEqual([path, 404])
      expect(await page.locator('h1').innerText()).toBe('There is nothing at this address')
    }
    const changed = await page.request.post(`${site.url}/session/${open}/plan`, {
      form: { level: 'mid' },
      headers: { origin: site.url },
    })
    expect(changed.status()).toBe(404)
    expect((await client.view(open)).plan.level).toBe('senior')
    await page.goto(`${site.url}/sessions`)
    expect(await page.content()).not.toContain(open)
  })
})

test('a setting that does not fit ends the server before it says that it is ready, and is named', async () => {
  const started = serveSite(undefined, undefined, undefined, { OFFHOOK_STORAGE: 'paper' })
  await expect(started).rejects.toThrow(/ended with 1:[\s\S]*OFFHOOK_STORAGE/)
})
