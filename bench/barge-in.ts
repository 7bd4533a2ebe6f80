import type { Browser, BrowserContext, Page } from 'playwright-core'
import { pastePosting } from '../e2e/interview-page.ts'
import { openBrowser } from '../e2e/open-browser.ts'
import { serveSite } from '../e2e/serve.ts'
import { sayToWav } from '../e2e/speech/say-to-wav.ts'
import { plugSpeechMicrophone } from '../e2e/speech/speech-microphone.ts'
import type { Figure } from './figure.ts'
import { median } from './figure.ts'

const ROUNDS = 5

const WORDS = 'Sorry, I would like to say something first.'

const WAYS = ['voice', 'key', 'button'] as const
type Way = (typeof WAYS)[number]

interface SoundMeter {
  /** When it was last heard, in ms of the page's own clock. */
  lastHeardAt: number
  /** When the candidate last did something: a key, a press, or the first sample of speech. */
  actedAt: number
}

declare global {
  interface Window {
    soundMeter: SoundMeter
  }
}

/**
 * Milliseconds from the candidate's first sound, key or press until the interviewer is not heard any more, on the voice of
 * the device in Chromium with a replaced microphone. Goal and aim are in ms; the baseline is a bare page that pauses a
 * sound at a key, measured with the same meter, which looks every few ms. One round to warm up.
 */
export async function measureBargeIn(): Promise<Figure[]> {
  const [site, browser] = await Promise.all([serveSite(), openBrowser()])
  const took: Record<Way | 'bare', number[]> = { voice: [], key: [], button: [], bare: [] }
  const context = await browser.newContext()
  try {
    await plugSpeechMicrophone(context)
    await plugMeter(context)
    for (let round = -1; round < ROUNDS; round += 1) {
      const page = await joinByVoice(context, site.url)
      const stopped = {
        voice: await stopInterviewer(page, 'voice'),
        key: await stopInterviewer(page, 'key'),
        button: await stopInterviewer(page, 'button'),
        bare: await stopBareSound(browser, site.url),
      }
      await page.close()
      if (round < 0) continue
      for (const way of [...WAYS, 'bare'] as const) took[way].push(stopped[way])
    }
  } finally {
    await browser.close()
    await site.stop()
  }
  const baseline = median(took.bare)
  return WAYS.map((way) => {
    const value = median(took[way])
    const what = `silence after a ${way}, in ms`
    return { id: `barge-in-${way}`, what, value, baseline, ratio: value, goal: 150, aim: 50, unit: 'ms' }
  })
}

async function joinByVoice(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await pastePosting(page, url)
  await page.locator('#join-voice').click()
  const begin = page.getByRole('button', { name: 'Begin' })
  await begin.and(page.locator(':enabled')).waitFor({ timeout: 90_000 })
  await begin.click()
  return page
}

/** Stops the interviewer in what is being said, and lets the interview go on to the next line. */
async function stopInterviewer(page: Page, way: Way): Promise<number> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    Object.assign(window.soundMeter, { lastHeardAt: 0, actedAt: 0 })
  })
  await untilHeard(page)
  if (way === 'key') await page.keyboard.press('Space')
  if (way === 'button') await page.getByRole('button', { name: /^Interrupt/ }).click()
  if (way === 'voice')
    await page.evaluate(
      (wav) => window.speakIntoMicrophone(wav),
      fromFirstSound(sayToWav(WORDS, 'flite-rms')),
    )
  const ms = await untilSilent(page)
  await page.getByRole('textbox', { name: 'Your answer' }).fill('skip')
  await page.getByRole('button', { name: 'Send' }).click()
  return ms
}

async function stopBareSound(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext()
  try {
    await plugMeter(context)
    const page = await context.newPage()
    await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: '<p>A sound' }))
    await page.goto(`${url}/bare`)
    const long = sayToWav(`${WORDS} ${WORDS} ${WORDS} ${WORDS}`, 'flite-rms').toString('base64')
    await page.evaluate(async (wav) => {
      const player = new Audio(`data:audio/wav;base64,${wav}`)
      addEventListener('keydown', () => player.pause())
      await player.play()
    }, long)
    await untilHeard(page)
    await page.keyboard.press('Space')
    return await untilSilent(page)
  } finally {
    await context.close()
  }
}

/** Listens to all that a page plays, and notes what the candidate does. */
async function plugMeter(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.soundMeter = { lastHeardAt: 0, actedAt: 0 }
    const act = (event: Event) => (window.soundMeter.actedAt = event.timeStamp)
    addEventListener('keydown', act, true)
    addEventListener('pointerdown', act, true)
    const start = AudioBufferSourceNode.prototype.start
    AudioBufferSourceNode.prototype.start = function (...args) {
      window.soundMeter.actedAt = performance.now()
      start.apply(this, args)
    }
    const listen = (player: HTMLMediaElement & { captureStream?(): MediaStream }) => {
      const stream = player.captureStream?.()
      if (!stream) throw new Error('this browser cannot listen to what it plays')
      const audio = new AudioContext()
      const analyser = new AnalyserNode(audio, { fftSize: 256 })
      const samples = new Float32Array(analyser.fftSize)
      const connect = () => audio.createMediaStreamSource(stream).connect(analyser)
      if (stream.getAudioTracks().length > 0) connect()
      stream.addEventListener('addtrack', connect)
      setInterval(() => {
        analyser.getFloatTimeDomainData(samples)
        if (samples.some((sample) => Math.abs(sample) > 0.01))
          window.soundMeter.lastHeardAt = performance.now()
      }, 2)
    }
    const play = HTMLMediaElement.prototype.play
    const known = new WeakSet()
    HTMLMediaElement.prototype.play = function () {
      if (!known.has(this)) {
        known.add(this)
        listen(this)
      }
      return play.call(this)
    }
  })
}

/** Until it has been speaking for a second and is in the middle of a word. */
async function untilHeard(page: Page): Promise<void> {
  await page.waitForFunction(() => window.soundMeter.lastHeardAt > 0)
  const since = await page.evaluate(() => performance.now())
  await page.waitForFunction(
    (from) => performance.now() > from + 1000 && performance.now() - window.soundMeter.lastHeardAt < 5,
    since,
  )
}

/** Silent for longer than any pause in a sentence; gives how long that took from what the candidate did. */
async function untilSilent(page: Page): Promise<number> {
  await page.waitForFunction(() => {
    const { actedAt, lastHeardAt } = window.soundMeter
    return actedAt > 0 && performance.now() - Math.max(actedAt, lastHeardAt) > 800
  })
  return page.evaluate(() => Math.max(0, window.soundMeter.lastHeardAt - window.soundMeter.actedAt))
}

/** A WAV file of 16-bit mono, base64, from the first sample that can be heard. */
function fromFirstSound(wav: Buffer): string {
  const dataAt = wav.indexOf('data') + 8
  let at = dataAt
  while (at + 2 < wav.length && Math.abs(wav.readInt16LE(at)) < 600) at += 2
  const cut = Buffer.concat([wav.subarray(0, dataAt), wav.subarray(at)])
  cut.writeUInt32LE(cut.length - 8, 4)
  cut.writeUInt32LE(cut.length - dataAt, dataAt - 4)
  return cut.toString('base64')
}
