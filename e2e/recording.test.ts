import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, watchedPage } from './open-browser.ts'
import { freePort, newDataDir, serve } from './serve.ts'
import type { Served } from './serve.ts'
import { playSpokenInterview } from './spoken-interview.ts'
import type { SpokenInterview } from './spoken-interview.ts'

let site: Served
let browser: Browser
let interview: SpokenInterview
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  const dataDir = newDataDir()
  interview = await playSpokenInterview(dataDir, 'strong', 12)
  const port = await freePort()
  const environment = {
    OFFHOOK_DATA: dataDir,
    OFFHOOK_COOKIE_SECRET: 'a secret that only the tests know, 32+',
    PORT: String(port),
  }
  ;[site, browser] = await Promise.all([
    serve(['server.mjs'], port, environment, { path: '/api/health' }),
    openBrowser(),
  ])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Opens the report as its owner. */
async function openReport(options: { javaScriptEnabled?: boolean } = {}): Promise<void> {
  context = await browser.newContext(options)
  const [name = '', value = ''] = interview.cookie.split('=')
  await context.addCookies([{ name, value, url: site.url }])
  ;({ page, complaints } = await watchedPage(context, site.url))
  await page.addInitScript(keepTheEar)
  await page.goto(`${site.url}/report/${interview.id}`)
}

interface Ear {
  audio?: HTMLAudioElement
  /** Where it was each time that it began to play, in seconds. */
  began: number[]
  /** The loudest tone that is heard now, in hertz; null in silence. */
  loudestTone(): number | null
}
declare global {
  interface Window {
    ear: Ear
  }
}

/** Runs in the page: keeps its audio where the test finds it, and listens. */
function keepTheEar(): void {
  let analyser: AnalyserNode | undefined
  const connect = (audio: HTMLAudioElement) => {
    const context = new AudioContext()
    const made = new AnalyserNode(context, { fftSize: 8_192, smoothingTimeConstant: 0 })
    context.createMediaElementSource(audio).connect(made).connect(context.destination)
    return made
  }
  window.ear = {
    began: [],
    loudestTone() {
      if (!this.audio) return null
      analyser ??= connect(this.audio)
      const levels = new Float32Array(analyser.frequencyBinCount)
      analyser.getFloatFrequencyData(levels)
      const loudest = levels.indexOf(Math.max(...levels))
      const isHeard = (levels[loudest] ?? -Infinity) > -50
      return isHeard ? (loudest * analyser.context.sampleRate) / analyser.fftSize : null
    },
  }
  const { ear, Audio: Given } = window
  window.Audio = class extends Given {
    constructor() {
      super()
      ear.audio = this
      this.addEventListener('playing', () => ear.began.push(this.currentTime))
    }
  }
}

const isSilent = () => window.ear.audio?.paused !== false
const secondsOf = async (button: Locator, which: 'from' | 'to') =>
  Number(await button.locator('xpath=..').getAttribute(`data-${which}`))
const pressed = (button: Locator) => button.getAttribute('aria-pressed')

describe('a finding of an interview that was recorded', () => {
  beforeEach(() => openReport())
  afterEach(() => context.close())

  test('plays from the second at which it was said, and one hears what was said there', async () => {
    const { report, tones } = interview
    const evidence = report.dimensions.flatMap((dimension) => dimension.evidence)
    const turns = [...new Set(evidence.map(({ turnId }) => turnId))]
    expect(turns.length).toBeGreaterThan(3)
    for (const turnId of turns) {
      const found = evidence
        .filter((each) => each.turnId === turnId)
        .toSorted((a, b) => a.startMs - b.startMs)[0]
      const startMs = found?.startMs ?? 0
      const button = page.locator(`.receipt play-finding[data-from="${startMs / 1_000}"] button`).first()
      await button.evaluate((element) => element.closest('details')?.setAttribute('open', ''))
      const before = await page.evaluate(() => window.ear.began.length)
      await button.click()
      await page.waitForFunction((count) => window.ear.began.length > count, before)
      const began = await page.evaluate(() => window.ear.began.at(-1) ?? 0)
      expect([turnId, Math.abs(began - startMs / 1_000) <= 0.5]).toEqual([turnId, true])
      await page.waitForFunction(
        (hertz) => Math.abs((window.ear.loudestTone() ?? 0) - hertz) < 15,
        tones.get(turnId) ?? 0,
      )
      expect(await pressed(button)).toBe('true')
      await button.click()
      expect([await pressed(button), await page.evaluate(isSilent)]).toEqual(['false', true])
    }
    expect(complaints).toEqual([])
  })

  test('has its sound where it says: half a second around it is the tone of its turn', async () => {
    const { report, tones, id } = interview
    const findings = [
      ...report.dimensions.flatMap((dimension) => dimension.evidence),
      ...report.transcript.filter(({ spoken }) => spoken),
    ].map(({ turnId, startMs }) => {
      const turn = report.transcript.find((entry) => entry.turnId === turnId)
      return { turnId, startMs: Math.min(startMs, (turn?.endMs ?? 0) - 500), hertz: tones.get(turnId) ?? 0 }
    })
    const heard = await page.evaluate(
      async ([href, all]) => {
        const file = await (await fetch(href)).arrayBuffer()
        const samples = (await new OfflineAudioContext(1, 1, 8_000).decodeAudioData(file)).getChannelData(0)
        const toneFrom = (startMs: number) => {
          const part = samples.slice(startMs * 8, startMs * 8 + 4_000)
          const crossings = part.filter((sample, at) => sample >= 0 && (part[at - 1] ?? sample) < 0).length
          return {
            hertz: crossings * 2,
            loudness: Math.sqrt(part.reduce((sum, x) => sum + x * x, 0) / part.length),
          }
        }
        return all.map(({ startMs }) => toneFrom(startMs))
      },
      [`/api/sessions/${id}/recording`, findings] as const,
    )
    findings.forEach(({ turnId, startMs, hertz }, index) => {
      const { hertz: found = 0, loudness = 0 } = heard[index] ?? {}
      expect([turnId, startMs, loudness > 0.2, Math.abs(found - hertz) <= 4]).toEqual([
        turnId,
        startMs,
        true,
        true,
      ])
    })
  })

  test('falls silent at its end, and when another is pressed, and is pressed by keyboard', async () => {
    const [one, other] = [page.locator('.receipt .play').first(), page.locator('.turn .play').nth(3)]
    await one.focus()
    await page.keyboard.press('Enter')
    expect(await pressed(one)).toBe('true')
    await other.focus()
    await page.keyboard.press('Space')
    expect([await pressed(one), await pressed(other)]).toEqual(['false', 'true'])
    const end = await secondsOf(other, 'to')
    await page.waitForFunction(() => window.ear.began.length > 0)
    await page.evaluate((at) => window.ear.audio && (window.ear.audio.currentTime = at - 0.3), end)
    await page.waitForFunction(isSilent)
    expect(await pressed(other)).toBe('false')
    expect(await page.evaluate(() => window.ear.audio?.currentTime)).toBeLessThan(end + 1)
    expect(await one.innerText()).toMatch(/^Play/)
    const named = page.getByRole('button', { name: /^Play \d+:\d\d$/ })
    expect(await named.count()).toBe(await page.locator('.play:visible').count())
  })

  test('says so when the sound cannot be had', async () => {
    await page.route('**/recording', (route) => route.abort())
    const button = page.locator('.receipt .play').first()
    await button.click()
    await page.getByText('Could not be played').waitFor()
    expect(await pressed(button)).toBe('false')
  })

  test('can be played by everybody: nothing that axe knows of is in the way, in light and dark', async () => {
    await page.locator('.receipt .play').first().click()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .include('play-finding')
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
  })

  test('is not printed with a button', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.play').first().isVisible()).toBe(false)
  })

  test('is reachable by a finger: 24 pixels high, within the page', async () => {
    await page.setViewportSize({ width: 360, height: 800 })
    const boxes = await page
      .locator('.play:visible')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()))
    expect(boxes.length).toBeGreaterThan(10)
    expect(boxes.filter(({ height, right }) => height < 24 || right > 360)).toEqual([])
  })
})

describe('where there is no JavaScript, or no recording', () => {
  afterEach(() => context.close())

  test('a finding links to the audio, which comes in parts', async () => {
    await openReport({ javaScriptEnabled: false })
    const link = page.locator('.receipt a.play').first()
    const href = (await link.getAttribute('href')) ?? ''
    expect(href).toMatch(/^\/api\/sessions\/[^/]+\/recording#t=[\d.]+,[\d.]+$/)
    const headers = { cookie: interview.cookie, range: 'bytes=58-8057' }
    const part = await fetch(new URL(href, site.url), { headers })
    expect([part.status, part.headers.get('content-type'), part.headers.get('content-encoding')]).toEqual([
      206,
      'audio/wav',
      null,
    ])
    expect((await part.arrayBuffer()).byteLength).toBe(8_000)
  })

  test('a sample ships no script and no button', async () => {
    context = await browser.newContext()
    ;({ page } = await watchedPage(context, site.url))
    await page.goto(`${site.url}/samples`)
    await page.locator('main a[href^="/samples/"]').first().click()
    await page.locator('.receipt').first().waitFor()
    expect(await page.locator('script:not([type="application/ld+json"]), play-finding').count()).toBe(0)
  })
})
