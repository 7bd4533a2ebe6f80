import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import { playCandidate } from '../src/api/play-candidate.ts'
import { POSTING } from '../src/api/test-app.ts'
import { activeParts } from './active-parts.ts'
import { attacks } from './hostile-text.ts'
import { cleanText } from '../src/domain/report/markdown/clean-text.ts'
import { nodesIn, parseMarkdown, wordsOf } from '../src/domain/report/markdown/tree-fixture.ts'
import { join, lastLines, pastePosting, say } from './interview-page.ts'
import { onScreen } from './on-screen.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

const bank = loadBank('.build/bank.json')
let site: Served
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]
let strangers: string[]
let dialogs = 0

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
  context = await browser.newContext({ reducedMotion: 'reduce' })
  ;({ page, complaints, strangers } = await watchedPage(context, site.url))
  page.setDefaultTimeout(20_000)
  page.on('dialog', (dialog) => {
    dialogs += 1
    void dialog.dismiss()
  })
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Nothing on the page now is, or was, more than text. */
async function expectOnlyText() {
  expect(await activeParts(page)).toEqual([])
  expect({ dialogs, strangers, complaints }).toEqual({ dialogs: 0, strangers: [], complaints: [] })
}

/** What the report is made of in Markdown. Links are checked one by one. */
const INERT = ['root', 'heading', 'paragraph', 'strong', 'text', 'list', 'listItem', 'code', 'link'].concat([
  'table',
  'tableRow',
  'tableCell',
])

const visible = (text: string) => text.replace(/\s+/g, ' ').trim()

test('hostile text in the posting, answers and notes stays text on every page and in Markdown', async () => {
  const lines = attacks.map((text) => `You know TypeScript ${text} and PostgreSQL ${text} well.`)
  await pastePosting(page, site.url, [POSTING, ...lines].join('\n'))
  await expectOnlyText()

  await join(page)
  for (const text of attacks) {
    const model = playCandidate(bank, 'strong', await lastLines(page))
    await say(page, `${text} ${model} ${text}`)
    const note = page.getByRole('textbox', { name: 'A note' })
    await note.fill(text)
    await note.press('Enter')
  }
  await page
    .locator('.session-notes li')
    .nth(attacks.length - 1)
    .waitFor()
  await expectOnlyText()
  const { said, notes } = await onScreen(page)
  expect(notes.map(visible)).toEqual(attacks.map(visible))
  for (const text of attacks) expect(visible(said.join(' '))).toContain(visible(text))

  await page.reload()
  await expectOnlyText()
  await join(page)
  await expectOnlyText()
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End and see the report' }).click()
  await page.waitForURL(/\/report\//)
  for (const details of await page.locator('details').all()) {
    await details.evaluate((element: HTMLDetailsElement) => (element.open = true))
  }
  await expectOnlyText()
  const shown = visible(await page.locator('main').innerText())
  for (const text of attacks) expect(shown).toContain(visible(text))

  const id = page.url().split('/').at(-1) ?? ''
  const markdown = await (await page.request.get(`${site.url}/api/reports/${id}.md`)).text()
  const nodes = nodesIn(parseMarkdown(markdown))
  expect(nodes.map(({ type }) => type).filter((type) => !INERT.includes(type))).toEqual([])
  for (const node of nodes) if (node.type === 'link') expect(node.url).toMatch(/^https:/)
  const words = nodes.map(wordsOf).join('\n')
  for (const text of attacks) expect(words).toContain(cleanText(text))
  await page.goto(`${site.url}/sessions`)
  await expectOnlyText()
})
