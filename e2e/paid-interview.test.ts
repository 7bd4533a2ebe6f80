/** From the plan over the checkout to an interview held by ElevenLabs, and to another device: the built site, real Chromium, KV before a real Redis, Blob, and stand-ins of both services. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { elevenLabsAgent } from '../src/voice/access/elevenlabs-agent.ts'
import { startElevenLabs } from '../standins/elevenlabs/start-elevenlabs.ts'
import { tone } from '../standins/elevenlabs/tone.ts'
import type { LemonSqueezy } from '../standins/lemonsqueezy/start-lemonsqueezy.ts'
import { standInShop, startLemonSqueezy } from '../standins/lemonsqueezy/start-lemonsqueezy.ts'
import { pastePosting, waitForTheFloor } from './interview-page.ts'
import type { WatchedPage } from './open-browser.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import type { Served } from './serve.ts'
import { freePort, serve } from './serve.ts'
import type { Hosted } from '../standins/start-hosted.ts'
import { startHosted } from '../standins/start-hosted.ts'

type Page = WatchedPage['page']

let hosted: Hosted
let site: Served
let voice: Awaited<ReturnType<typeof startElevenLabs>>
let seller: LemonSqueezy
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  const [port, voicePort] = [await freePort(), await freePort()]
  hosted = await startHosted()
  seller = await startLemonSqueezy({
    webhookUrl: `http://127.0.0.1:${port}/api/webhooks/lemonsqueezy`,
    pace: 0.001,
  })
  seller.switches.repeats = 3
  const settings = {
    ...hosted.environment,
    PORT: String(port),
    ELEVENLABS_API_KEY: 'xi_test',
    ELEVENLABS_AGENT_ID: 'agent_1',
    ELEVENLABS_BASE_URL: `http://127.0.0.1:${voicePort}`,
    LEMONSQUEEZY_API_KEY: standInShop.apiKey,
    LEMONSQUEEZY_STORE_ID: standInShop.storeId,
    LEMONSQUEEZY_WEBHOOK_SECRET: standInShop.webhookSecret,
    LEMONSQUEEZY_VARIANT_SINGLE: '501',
    LEMONSQUEEZY_VARIANT_THREE: '503',
    LEMONSQUEEZY_MODE: 'test',
    LEMONSQUEEZY_STORE_URL: seller.url,
    LEMONSQUEEZY_STAND_IN: seller.url,
  }
  const args = ['--import', './standins/lemonsqueezy/preload.ts', 'server.mjs']
  site = await serve(args, port, settings, { path: '/api/health' })
  voice = await startElevenLabs({
    agents: { agent_1: elevenLabsAgent({ publicUrl: site.url }) },
    apiKey: 'xi_test',
    port: voicePort,
    // A tone of 60 ms a word.
    voice: (text, rate) => tone(text, rate / 5),
  })
  browser = await openBrowser('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream')
  context = await browser.newContext({ permissions: ['microphone'] })
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await voice.stop()
  await seller.stop()
  await hosted.stop()
})

/** Wide in the light theme, and as on a phone in the dark one. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
    expect([state, colorScheme, found]).toEqual([state, colorScheme, []])
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The rows of the purchases, newest first. */
async function purchases(page: Page): Promise<string[]> {
  await page.goto(`${site.url}/purchases`)
  return page.locator('.purchases tbody [data-label="What"]').allInnerTexts()
}

test('a credit is bought without losing the plan, held, used by the code, and opened on another device', async () => {
  const { page, complaints, strangers } = await watchedPage(context, site.url)
  await pastePosting(page, site.url)
  const plan = page.url()
  await page.getByText('You have none.').waitFor()
  await expectAccessible(page, 'plan')
  await page.locator('#join-voice').click()
  const far = page.getByRole('radio', { name: /^ElevenLabs.*1 credit; you have none/ })
  expect([await far.isDisabled(), await far.isChecked()]).toEqual([true, false])
  await page.getByRole('link', { name: 'Buy a credit' }).last().click()
  await page.waitForURL(/\/checkout\?session=/)
  expect(await page.getByRole('radio', { name: /Three sessions/ }).isChecked()).toBe(true)
  await expectAccessible(page, 'checkout')
  await page.getByText('One session').click()
  await page.getByRole('button', { name: /Go to payment/ }).click()
  await page.waitForURL(`${seller.url}/**`)
  await page.getByText('EUR 25.00').waitFor()
  await page.getByRole('button', { name: 'Pay' }).click()
  await page.waitForURL(plan)
  await page.getByText('You have 1.').waitFor()

  await page.locator('#join-voice').click()
  expect(await page.getByRole('radio', { name: /1 credit; you have 1/ }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Begin' }).click()
  const call = await voice.nextCall()
  await waitForTheFloor(page)
  expect(await purchases(await context.newPage())).toEqual([
    'Held for a session by ElevenLabs.',
    expect.stringMatching(/^Order \d+: one session, EUR 30 paid with tax\.$/),
  ])
  for (let turn = 0; turn < 12 && !(await page.locator('.session-code').isVisible()); turn += 1) {
    await call.hears('skip')
    await waitForTheFloor(page)
  }
  await page.locator('.session-lines .source').first().waitFor()
  const ledger = await context.newPage()
  await expect
    .poll(async () => (await purchases(ledger))[0], { timeout: 10_000 })
    .toBe('Used: the session came to the code.')
  await expectAccessible(ledger, 'purchases')
  await page.goto(plan)
  await page.getByText('The credit of this session is used').waitFor()
  expect(complaints).toEqual([])
  expect(strangers.filter((url) => !url.startsWith(seller.url))).toEqual([])

  const [order] = seller.shop.orders
  const other = await browser.newContext()
  const { page: elsewhere } = await watchedPage(other, site.url)
  await elsewhere.goto(order?.receiptLink ?? '')
  await elsewhere.getByText('The account has 1 session and 0 credits.').waitFor()
  expect(await other.cookies()).toEqual([])
  await expectAccessible(elsewhere, 'restore')
  await elsewhere.getByRole('button', { name: 'Open it on this browser' }).click()
  await elsewhere.waitForURL(/\/purchases$/)
  expect(await purchases(elsewhere)).toHaveLength(3)
  await elsewhere.goto(`${site.url}/sessions`)
  expect(await elsewhere.locator('.sessions-table tbody tr').count()).toBe(1)
  await elsewhere.goto(order?.receiptLink ?? '')
  await elsewhere.getByText('This browser has that account already').waitFor()
  await other.close()
})

test('without JavaScript one can buy, and an order whose webhook was lost is claimed on the way back', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const page = await plain.newPage()
  seller.switches.webhooksLost = true
  await page.goto(`${site.url}/checkout`)
  await page.getByRole('button', { name: /Go to payment/ }).click()
  await page.getByRole('button', { name: 'Pay' }).click()
  await page.waitForURL(/\/purchases\?paid/)
  await page.getByText('Thank you. What you paid for is below.').waitFor()
  expect(await page.locator('.credit-balance').innerText()).toBe('3')
  seller.switches.webhooksLost = false
  await plain.close()
})

test('a link that is none of ours opens nothing, a seller that is down charges nothing', async () => {
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const order = seller.shop.orders[0]
  for (const query of [
    `order=${order?.id ?? ''}`,
    `order=${order?.id ?? ''}&id=${order?.identifier ?? ''}`,
  ]) {
    await page.goto(`${site.url}/restore?${query}`)
    await page.getByText('Credits and reports on any device').waitFor()
    expect(await page.getByRole('button', { name: /Open it/ }).count()).toBe(0)
  }
  await expectAccessible(page, 'restore-explained')
  const answer = await page.goto(`${site.url}/restore?link=owner.forged`)
  expect(answer?.status()).toBe(404)
  await page.getByText('This link opens nothing').waitFor()
  const account = new URL(order?.redirectUrl ?? '').searchParams.get('account') ?? ''
  await page.goto(`${site.url}/restore?link=${account}`)
  await page.getByText('This link opens nothing').waitFor()
  await expectAccessible(page, 'restore-refused')
  expect(await stranger.cookies()).toEqual([])
  seller.switches.apiDown = true
  await page.goto(`${site.url}/checkout`)
  await page.getByRole('button', { name: /Go to payment/ }).click()
  await page.getByText('Nothing was charged. Try again').waitFor()
  await expectAccessible(page, 'checkout-refused')
  seller.switches.apiDown = false
  await page.goto(`${site.url}/purchases`)
  await page.getByText('This browser has bought nothing').waitFor()
  await expectAccessible(page, 'purchases-empty')
  await stranger.close()
})

test('a credit that another tab has taken meanwhile is said before the interview goes on, with the way to the next', async () => {
  const fresh = await browser.newContext({ permissions: ['microphone'] })
  const page = await fresh.newPage()
  await pastePosting(page, site.url)
  const taken = page.url().split('/').at(-1) ?? ''
  await pastePosting(page, site.url)
  const post = (path: string, body: object) =>
    page.evaluate(
      async ([to, sent]) => {
        const headers = { 'content-type': 'application/json' }
        const response = await fetch(to, { method: 'POST', headers, body: JSON.stringify(sent) })
        return (await response.json()) as { url?: string }
      },
      [path, body] as const,
    )
  const { url = '' } = await post('/api/checkout', { pack: 'single' })
  const checkout = seller.shop.checkout(url.split('/').at(-1) ?? '')
  if (!checkout) throw new Error('there is no such checkout')
  await seller.tell('order_created', seller.shop.pay(checkout))
  await page.reload()
  await page.locator('#join-voice').click()
  await page.getByRole('radio', { name: /you have 1/ }).waitFor()
  await post('/api/voice/access', { sessionId: taken, engine: 'elevenlabs' })
  await page.getByRole('button', { name: 'Begin' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'no credit left' })
  await notice.getByRole('link', { name: /checkout/ }).waitFor()
  await notice.getByRole('link', { name: /checkout/ }).click()
  await page.waitForURL(/\/checkout\?session=/)
  await fresh.close()
})
