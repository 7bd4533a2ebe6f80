import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SessionEvent } from '../src/domain/interview/event.ts'
import { createSqliteLog } from '../src/storage/drivers/sqlite-log.ts'
import { join as joinInterview, pastePosting, say, skipToTheCode, waitForTheFloor } from './interview-page.ts'
import { onScreen } from './on-screen.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import type { Served } from './serve.ts'
import { freePort, newDataDir, serveSite } from './serve.ts'

const dataDir = newDataDir()
let port: number
let site: Served
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  port = await freePort()
  ;[site, browser] = await Promise.all([serveSite(dataDir, port), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.stop('SIGKILL')
})

beforeEach(async () => {
  context = await browser.newContext({ reducedMotion: 'reduce' })
  ;({ page, complaints } = await watchedPage(context, site.url))
  page.setDefaultTimeout(20_000)
  await reachTheCode()
})
afterEach(() => context.close())

const answerField = (tab: Page) => tab.getByRole('textbox', { name: 'Your answer' })
const sessionId = () => page.url().split('/').at(-1) ?? ''

/** Section B with lines marked and picked and a note kept: everything there is to lose. */
async function reachTheCode() {
  await pastePosting(page, site.url)
  await joinInterview(page)
  await say(page, 'I ran the billing service, two million charges a day, p99 under 300 ms.')
  await skipToTheCode(page)
  await say(page, 'Read lines 2 to 4')
  await page.locator('[data-line="6"]').click()
  await page.getByRole('textbox', { name: 'A note' }).fill('ask about retries')
  await page.keyboard.press('Enter')
  await page.locator('.session-notes li', { hasText: 'ask about retries' }).waitFor()
}

async function goOn(tab: Page) {
  await joinInterview(tab)
  await tab.locator('.session-lines .source').first().waitFor()
}

/** Kills the server; the function it gives starts another one in its place. */
async function killServer(): Promise<() => Promise<void>> {
  await site.stop('SIGKILL')
  return async () => {
    site = await serveSite(dataDir, port)
  }
}

/** From the log, in order: what the candidate said, and every question put. */
async function logged() {
  const log = createSqliteLog(join(dataDir, 'offhook.db'), SessionEvent)
  const events = await log.read(sessionId(), 0)
  await log.close()
  return {
    said: events.flatMap((event) => (event.kind === 'candidate-said' ? [event.text] : [])),
    asks: events.flatMap((event) =>
      event.kind === 'agent-said' && event.act === 'ask' ? [`${event.questionId}/${event.askId}`] : [],
    ),
  }
}

async function expectNothingAskedTwice() {
  const { asks } = await logged()
  expect(asks.filter((ask, index) => asks.indexOf(ask) !== index)).toEqual([])
}

describe('an interview that was interrupted', () => {
  test('has everything to lose on screen before it is', async () => {
    const before = await onScreen(page)
    expect(before.marked).toEqual(['2', '3', '4'])
    expect(before.picked).toEqual(['6'])
    expect(before.notes).toEqual(['ask about retries'])
    expect(before.code.length).toBeGreaterThan(60)
    expect(before.said.filter((line) => line.startsWith('You: I ran the billing service'))).toHaveLength(1)
    expect(before.question).not.toBe('')
    expect(complaints).toEqual([])
  })

  test('is as it was after a reload, and goes on from there', async () => {
    const before = await onScreen(page)
    await answerField(page).fill('a draft that was never sent')
    await page.reload()
    await goOn(page)
    expect(await onScreen(page)).toEqual(before)
    expect(await answerField(page).inputValue()).toBe('a draft that was never sent')
    await say(page, 'I would first make the write idempotent, since a retry charges twice.')
    expect((await logged()).said.at(-1)).toContain('idempotent')
    await expectNothingAskedTwice()
    expect(complaints).toEqual([])
  })

  test('is the same in a second tab, and what both answer is kept once each', async () => {
    const before = await onScreen(page)
    const { page: second, complaints: others } = await watchedPage(context, site.url)
    await second.goto(page.url())
    await goOn(second)
    expect(await onScreen(second)).toEqual(before)
    const first = 'From the first tab: the retry writes the order twice.'
    const other = 'From the second tab: I would test it with two deliveries at once.'
    await Promise.all([say(page, first), say(second, other)])
    for (const tab of [page, second]) {
      await tab.reload()
      await goOn(tab)
    }
    const after = await onScreen(page)
    expect(await onScreen(second)).toEqual(after)
    for (const text of [first, other]) {
      expect(after.said.filter((line) => line.includes(text))).toHaveLength(1)
    }
    await expectNothingAskedTwice()
    expect([...complaints, ...others]).toEqual([])
  })

  test('goes on in the open page when the server is killed and comes back', async () => {
    const before = await onScreen(page)
    const startAgain = await killServer()
    await startAgain()
    expect(await onScreen(page)).toEqual(before)
    await say(page, 'I would first make the write idempotent, since a retry charges twice.')
    const after = await onScreen(page)
    expect(after.said.slice(0, before.said.length)).toEqual(before.said)
    await page.reload()
    await goOn(page)
    expect(await onScreen(page)).toEqual(after)
    await expectNothingAskedTwice()
  })

  test('keeps an answer sent while the server is down, says so, and sends it once it is back', async () => {
    const startAgain = await killServer()
    const answer = 'Written while nobody listened: the signature is checked after the body is parsed.'
    await answerField(page).fill(answer)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Reconnecting. What you said is kept and sent again.').waitFor()
    await page.locator('.session-entry', { hasText: 'Being sent' }).waitFor()
    await startAgain()
    await page.locator('.session-entry', { hasText: 'Being sent' }).waitFor({ state: 'detached' })
    await waitForTheFloor(page)
    expect((await logged()).said.filter((text) => text === answer)).toHaveLength(1)
    expect((await onScreen(page)).said.filter((line) => line.includes(answer))).toHaveLength(1)
    await expectNothingAskedTwice()
  })

  test('keeps what was typed when the page is reloaded against a dead server', async () => {
    const startAgain = await killServer()
    const address = page.url()
    const answer = 'Typed on the train: the log line is written before the commit.'
    await answerField(page).fill(answer)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Reconnecting. What you said is kept and sent again.').waitFor()
    await page.reload().catch(() => null)
    await startAgain()
    await page.goto(address)
    await goOn(page)
    expect(await answerField(page).inputValue()).toBe(answer)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.locator('.session-entry.by-candidate', { hasText: answer }).waitFor()
    await waitForTheFloor(page)
    expect((await logged()).said.filter((text) => text === answer)).toHaveLength(1)
    await expectNothingAskedTwice()
  })
})
