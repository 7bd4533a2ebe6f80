import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Report } from '../src/domain/report/report.ts'
import { findChromium } from '../scripts/find-chromium.mjs'
import { pastePosting, untilDrawn } from './interview-page.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'
import { sayToWav } from './speech/say-to-wav.ts'
import { plugSpeechMicrophone, speak } from './speech/speech-microphone.ts'

/**
 * Interviews by voice, on weights from packages and with synthetic speech. Not tested here: human voices and accents
 * other than those of the synthesisers, real microphones and rooms, echo of a loudspeaker, Firefox and Safari.
 */
let site: Served
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]
let strangers: string[]

/** For fetching and starting the models on a busy machine, in ms. */
const LOADING = 90_000

/** For a line of the interviewer or an answer of the candidate, in ms. */
const PATIENCE = 60_000

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  ;({ page, complaints, strangers } = await watchedPage(context, site.url))
  page.setDefaultTimeout(PATIENCE)
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
  expect(strangers).toEqual([])
})

const floor = (name: string) => page.locator(`.session-state[data-state="${name}"]`).waitFor()

async function joinByVoice(): Promise<void> {
  await pastePosting(page, site.url)
  await page.locator('#join-voice').click()
  const begin = page.getByRole('button', { name: 'Begin' })
  await begin.and(page.locator(':enabled')).waitFor({ timeout: LOADING })
  await begin.click()
  await floor('speaking')
}

/** The share of the spoken words that are among those heard, 0-1: the small recogniser mishears a few, not always the same. */
function shareHeard(spoken: string, heard: string): number {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[a-z]+/g))
  const words = wordsOf(spoken)
  return words.intersection(wordsOf(heard)).size / words.size
}

/** Stops the interviewer by its key, and answers. */
async function answer(text: string): Promise<void> {
  await page.keyboard.press('Space')
  await floor('listening')
  await speak(page, text, 'flite-rms')
  await page.locator('.heard[data-empty="false"]').waitFor()
  await page.keyboard.press('d')
  await page.locator('.heard[data-empty="true"]').waitFor()
  await floor('speaking')
}

test('an interview that is spoken ends in a report of what was said', { timeout: 400_000 }, async () => {
  await plugSpeechMicrophone(context)
  await joinByVoice()
  const first = 'I owned the billing system of an online shop. My own part was the ledger and the webhooks.'
  await answer(first)
  await answer('Skip this question.')
  await answer('Skip this one.')
  for (let turn = 0; turn < 4 && !(await page.locator('.session-code').isVisible()); turn += 1) {
    await answer('Next question, please.')
  }
  await page.locator('.session-lines .source').first().waitFor()
  const marked = page.locator('.session-line.marked')
  // Said again where it was misheard, as one would.
  for (let times = 0; times < 3 && (await marked.count()) !== 3; times += 1) {
    await answer('Could you read lines ten to twelve?')
    await untilDrawn(page)
  }
  expect(await marked.count()).toBe(3)
  await answer('I would add a unique index, so that two requests at the same time cannot both write the row.')

  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End and see the report' }).click()
  await page.waitForURL(/\/report\//)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  const report = Report.parse(await (await page.request.get(`${site.url}/api/reports/${id}`)).json())
  const said = report.transcript.filter(({ speaker }) => speaker === 'candidate')
  expect(said.length).toBeGreaterThanOrEqual(5)
  expect(shareHeard(first, said[0]?.text ?? '')).toBeGreaterThan(0.6)
  for (const { startMs, endMs } of said) expect(endMs).toBeGreaterThan(startMs)
  const spokenFor = (said[0]?.endMs ?? 0) - (said[0]?.startMs ?? 0)
  expect(spokenFor).toBeGreaterThan(2_000)
  expect(spokenFor).toBeLessThan(20_000)
})

test('speech over the interviewer stops it within the word, and what was heard is kept', async () => {
  await plugSpeechMicrophone(context)
  await joinByVoice()
  const left = page.locator('.unsaid').first()
  await left.waitFor()
  await speak(page, 'Sorry, I would like to say something first.', 'flite-rms')
  await floor('listening')
  await page.getByText('Stopped by you').waitFor()
})

test('an answer ends by itself after a pause, and not within one', { timeout: 200_000 }, async () => {
  await plugSpeechMicrophone(context)
  await joinByVoice()
  await page.keyboard.press('Space')
  await speak(page, 'I owned the search service, and', 'flite-rms')
  await page.locator('.heard[data-empty="false"]').waitFor()
  await speak(page, 'I ran it for two years.', 'flite-rms')
  await floor('speaking')
  const own = page.locator('.session-entry.by-candidate').last()
  const whole = 'I owned the search service, and I ran it for two years.'
  await expect.poll(async () => shareHeard(whole, await own.innerText())).toBeGreaterThan(0.7)
})

test('on hold nothing is heard', async () => {
  await plugSpeechMicrophone(context)
  await joinByVoice()
  await page.keyboard.press('h')
  await floor('hold')
  await speak(page, 'This is a word to a colleague and no answer.', 'flite-rms')
  await untilDrawn(page)
  expect(await page.locator('.heard').getAttribute('data-empty')).toBe('true')
  await page.keyboard.press('h')
  await floor('listening')
})

describe('without a microphone', () => {
  const refuse = (name: string) =>
    context.addInitScript((error) => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException('no', error)
      }
    }, name)

  test('that is blocked the page says how to unblock it, asks again, and typing works', async () => {
    await refuse('NotAllowedError')
    await pastePosting(page, site.url)
    await page.locator('#join-voice').click()
    await page.getByText('This page may not use the microphone.').waitFor()
    await page.getByText('In Chrome or Edge:').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('This page may not use the microphone.').waitFor()
    await page.getByRole('button', { name: 'Type instead' }).click()
    await floor('listening')
    expect(await page.locator('.voice-bar').count()).toBe(0)
  })

  test('at all it says so', async () => {
    await refuse('NotFoundError')
    await pastePosting(page, site.url)
    await page.locator('#join-voice').click()
    await page.getByText('No microphone was found that works.').waitFor()
  })

  test('that was unplugged the interview goes on by typing', async () => {
    await plugSpeechMicrophone(context)
    await joinByVoice()
    await page.evaluate(() => window.unplugMicrophone())
    await page.getByText('The microphone was unplugged').waitFor()
    await page.getByRole('textbox', { name: 'Your answer' }).fill('I owned the billing system.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.locator('.session-transcript').getByText('I owned the billing system.').waitFor()
  })
})

test('Chromium’s own capture of a sound file is heard', { timeout: 200_000 }, async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'offhook-capture-')), 'answer.wav')
  writeFileSync(file, sayToWav('I owned the search service and I ran it for two years.', 'flite-rms'))
  const args = [
    '--no-sandbox',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${file}`,
  ]
  const own = await chromium.launch({ executablePath: findChromium() ?? '', args })
  try {
    const fresh = await own.newContext({ permissions: ['microphone'] })
    page = await fresh.newPage()
    page.setDefaultTimeout(PATIENCE)
    await joinByVoice()
    await page
      .locator('.heard-words')
      .getByText(/search service/i)
      .waitFor()
  } finally {
    await own.close()
  }
})
