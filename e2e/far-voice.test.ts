/** An interview held through ElevenLabs, from the form to the report: the built site, real Chromium, and the stand-in of the service. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { elevenLabsAgent } from '../src/voice/access/elevenlabs-agent.ts'
import { Report } from '../src/domain/report/report.ts'
import type { Call } from '../standins/elevenlabs/call.ts'
import { SessionView } from '../src/wire/sessions.ts'
import { startElevenLabs } from '../standins/elevenlabs/start-elevenlabs.ts'
import { tone } from '../standins/elevenlabs/tone.ts'
import type { WatchedPage } from './open-browser.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import { lastLines, pastePosting, waitForTheFloor } from './interview-page.ts'
import type { Served } from './serve.ts'
import { freePort, newDataDir, serve } from './serve.ts'

let site: Served
let service: Awaited<ReturnType<typeof startElevenLabs>>
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  const [port, servicePort] = [await freePort(), await freePort()]
  const settings = {
    OFFHOOK_DATA: newDataDir(),
    PORT: String(port),
    ELEVENLABS_API_KEY: 'xi_test',
    ELEVENLABS_AGENT_ID: 'agent_1',
    ELEVENLABS_BASE_URL: `http://127.0.0.1:${servicePort}`,
  }
  site = await serve(['server.mjs'], port, settings, { path: '/api/health' })
  service = await startElevenLabs({
    agents: { agent_1: elevenLabsAgent({ publicUrl: site.url }) },
    apiKey: 'xi_test',
    port: servicePort,
    // A tone of 60 ms a word.
    voice: (text, rate) => tone(text, rate / 5),
  })
  browser = await openBrowser(
    '--use-fake-device-for-media-stream=device-count=2',
    '--use-fake-ui-for-media-stream',
  )
  context = await browser.newContext({ permissions: ['microphone'] })
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

type Page = WatchedPage['page']

const entries = (page: Page, text: string) => page.locator('.session-entry.by-candidate', { hasText: text })

/** Says words into the call, and waits until the page shows them and what came of them. */
async function hear(page: Page, call: Call, text: string): Promise<void> {
  const before = await entries(page, text).count()
  await call.hears(text)
  await entries(page, text).nth(before).waitFor()
  await waitForTheFloor(page)
}

test('an interview through ElevenLabs is heard, interrupted, cut, typed into, and graded by what was said', async () => {
  const { page, complaints, strangers } = await watchedPage(context, site.url)
  await pastePosting(page, site.url)
  await page.locator('#join-voice').click()
  expect(await page.getByRole('radio', { name: /^ElevenLabs/ }).isChecked()).toBe(true)
  await page.getByRole('meter', { name: 'Microphone level' }).waitFor()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations).toEqual([])
  await page.getByRole('button', { name: 'Begin' }).click()
  let call = await service.nextCall()
  await page.locator('.session-state[data-state="speaking"]').waitFor()
  await waitForTheFloor(page)
  const opening = await lastLines(page)
  expect(opening.length).toBeGreaterThan(20)

  const { frames } = call.sound
  const device = page.getByRole('group', { name: 'Voice' }).getByLabel('Device')
  await device.selectOption({ index: 2 })
  await expect.poll(() => call.sound.frames, { timeout: 10_000 }).toBeGreaterThan(frames + 5)
  expect(await page.locator('.voice-state').getAttribute('data-microphone')).toBe('on')

  await hear(page, call, 'I ran the billing service of a marketplace, two million charges a day.')
  for (let turn = 0; turn < 12 && !(await page.locator('.session-code').isVisible()); turn += 1) {
    await hear(page, call, 'skip')
  }
  await page.locator('.session-lines .source').first().waitFor()

  void call.hears('Could you repeat the question?')
  await page.locator('.session-state[data-state="speaking"]').waitFor()
  call.startsToHear()
  await waitForTheFloor(page)

  const address = `${site.url}/api/sessions/${page.url().split('/').at(-1) ?? ''}`
  const kinds = async () => {
    const log = await context.request.get(address)
    return SessionView.parse(await log.json()).events.map(({ kind }) => kind)
  }
  await expect.poll(kinds, { timeout: 10_000 }).toContain('agent-interrupted')

  const typed = 'It is a read, then a write, and two requests can be in between.'
  await page.getByRole('textbox', { name: 'Your answer' }).fill(typed)
  await page.getByRole('button', { name: 'Send' }).click()
  await entries(page, typed).waitFor()
  expect(await page.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe('')
  await waitForTheFloor(page)

  call.drop()
  call = await service.nextCall()
  await waitForTheFloor(page)
  const last = 'I would put a unique constraint on the event id and insert before anything is done.'
  await hear(page, call, last)

  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^End/ }).click()
  await page.waitForURL(/\/report\//)
  const answer = await context.request.get(page.url().replace('/report/', '/api/reports/'))
  const report = Report.parse(await answer.json())
  const said = report.transcript.filter(({ speaker }) => speaker === 'candidate').map(({ text }) => text)
  // Words after an answer that nobody heard go on with the turn before them.
  expect(said.join(' ').split(typed)).toHaveLength(2)
  expect(said.join(' ').split(last)).toHaveLength(2)
  expect(complaints).toEqual([])
  expect(strangers).toEqual([])
})

test('where the line to ElevenLabs does not come, the interview goes on by this device’s voice and in writing', async () => {
  const { page, complaints } = await watchedPage(context, site.url)
  await pastePosting(page, site.url)
  await page.locator('#join-voice').click()
  await page.getByRole('meter', { name: 'Microphone level' }).waitFor()
  await page.getByRole('button', { name: 'Begin' }).click()
  const call = await service.nextCall()
  await waitForTheFloor(page)
  await hear(page, call, 'I owned the ledger that charged forty million requests a day')
  const asked = await lastLines(page)
  await service.stop()
  await page.getByRole('button', { name: 'Go on with this device’s voice' }).click()
  await page.locator('.voice-state[data-microphone="on"]').waitFor({ timeout: 60_000 })
  await page.getByRole('group', { name: 'Other ways to go on' }).waitFor({ state: 'detached' })
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const view = async () =>
    SessionView.parse(await (await context.request.get(`${site.url}/api/sessions/${id}`)).json())
  const { events } = await view()
  expect(await lastLines(page)).toBe(asked)
  const answer = 'We put a unique key on the order and the writer checks it in one statement.'
  await page.getByLabel('Your answer').fill(answer)
  await page.keyboard.press('Control+Enter')
  await entries(page, answer).waitFor()
  await waitForTheFloor(page)
  const later = (await view()).events.slice(events.length)
  expect(later.filter(({ kind }) => kind === 'candidate-said')).toHaveLength(1)
  const questions = (await view()).events.flatMap((event) =>
    event.kind === 'agent-said' && event.text.endsWith('?') ? [event.text] : [],
  )
  expect(new Set(questions).size).toBe(questions.length)
  expect(complaints.filter((each) => !/Failed to load resource|WebSocket/.test(each))).toEqual([])
})
