import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import { playCandidate } from '../src/api/play-candidate.ts'
import { readFrames, spoken } from '../src/api/test-app.ts'
import { Report } from '../src/domain/report/report.ts'
import { SessionCreated } from '../src/wire/sessions.ts'
import type { HttpClient } from './http-client.ts'
import { createHttpClient, doneOf } from './http-client.ts'
import { join, pastePosting, say, skipToTheCode, untilDrawn, waitForTheFloor } from './interview-page.ts'
import { openBrowser, watchedPage } from './open-browser.ts'
import { plugSpeechMicrophone } from './speech/speech-microphone.ts'
import { playOverHttp } from './play-over-http.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'
import { isFocused, tabTo } from './tab-to.ts'

const bank = loadBank('.build/bank.json')
let site: Served
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

/** One owner with an interview at each stage, made once over HTTP. */
let client: HttpClient
const made = { B: '', C: '', D: '', closed: '', strong: '', weak: '', silent: '', drill: '', again: '' }

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
  client = createHttpClient(site.url)
  await practise()
  for (const section of ['B', 'C', 'D'] as const) {
    made[section] = await playOverHttp(client, bank, 'strong', (done) => done.section === section)
  }
  made.closed = await playOverHttp(client, bank, 'weak')
  made.strong = await playOverHttp(client, bank, 'strong')
  made.silent = await playOverHttp(client, bank, 'silent')
  for (const id of [made.strong, made.silent]) await client.send('POST', `/api/sessions/${id}/finish`, {})
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})
afterEach(() => context.close())

/** Out of a weak report: a drill not begun, and a question answered again. */
async function practise() {
  made.weak = await playOverHttp(client, bank, 'weak')
  await client.send('POST', `/api/sessions/${made.weak}/finish`, {})
  const { questions } = Report.parse(await (await client.send('GET', `/api/reports/${made.weak}`)).json())
  const scenario = questions.find(({ kind, pointsMissed }) => kind === 'scenario' && pointsMissed.length > 0)
  const open = async (wanted: object) => {
    const response = await client.send('POST', `/api/reports/${made.weak}/again`, wanted)
    return SessionCreated.parse(await response.json()).id
  }
  const missed = scenario?.pointsMissed.find(({ id }) => !id.includes('/'))
  made.drill = await open({ kind: 'drill', questionId: scenario?.id, pointId: missed?.id })
  made.again = await open({ kind: 're-answer', questionId: scenario?.id })
  let body = await client.turn(made.again, 'open', '')
  for (let turn = 1; turn < 20 && !doneOf(body).ended; turn += 1) {
    body = await client.turn(made.again, `t${turn}`, playCandidate(bank, 'strong', spoken(readFrames(body))))
  }
  await client.send('POST', `/api/sessions/${made.again}/finish`, {})
}

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

async function openPage(size: (typeof sizes)[number], owner = true) {
  context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' })
  const [name = '', value = ''] = client.cookie().split('=')
  if (owner) await context.addCookies([{ name, value, url: site.url }])
  ;({ page, complaints } = await watchedPage(context, site.url))
  page.setDefaultTimeout(20_000)
}

const ofColour = ['color-contrast', 'link-in-text-block']

/** Every rule in the light theme, and in the dark one, where asked for, those that colour can break. */
async function expectAccessible(state: string, themes: readonly ('light' | 'dark')[] = ['light', 'dark']) {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await untilDrawn(page)
    // What passes is not written out node by node: that is most of the work on a long page.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
    const { violations, passes } = await (colorScheme === 'dark' ? axe.withRules(ofColour) : axe).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
    expect([state, colorScheme, found]).toEqual([state, colorScheme, []])
    expect(passes.length).toBeGreaterThan(0)
  }
}

async function openSection(id: string) {
  await page.goto(`${site.url}/session/${id}`)
  await join(page)
}

const publicCode = bank.snippets
  .filter((snippet) => snippet.public)
  .map(({ id, pack }) => `/packs/${pack}/${id}`)

describe.each(sizes)('axe finds nothing at $width px', (size) => {
  const isPhone = size.width < 1080
  beforeEach(() => openPage(size))

  test('on the pages around the interview', async () => {
    for (const path of [
      '/',
      '/how-scores-are-made',
      '/verify',
      '/api-docs',
      '/privacy',
      '/checkout',
      '/nowhere',
      '/sessions',
      '/samples',
      '/packs',
      ...bank.packs.map(({ id }) => `/packs/${id}`).slice(0, isPhone ? 1 : undefined),
      ...publicCode.slice(0, isPhone ? 1 : undefined),
    ]) {
      await page.goto(site.url + path)
      await expectAccessible(path, isPhone ? ['light'] : undefined)
    }
  })

  test('on a form that was refused and an empty list of sessions', async () => {
    await context.close()
    await openPage(size, false)
    await page.goto(`${site.url}/sessions`)
    await page.getByText('There are none in this browser yet').waitFor()
    await expectAccessible('no sessions')
    await page.goto(site.url)
    await page.locator('form.setup').evaluate((form: HTMLFormElement) => (form.noValidate = true))
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('alert').first().waitFor()
    await expectAccessible('refused form')
  })

  test('on the plan, for an engineering role, for a recipe, under way and over', async () => {
    await pastePosting(page, site.url)
    await page.getByText('Correct it', { exact: true }).waitFor()
    await expectAccessible('plan')
    await page.goto(`${page.url()}?problem=invalid`)
    await page.getByRole('alert').first().waitFor()
    await expectAccessible('plan correction refused')
    await pastePosting(page, site.url, 'Peel the carrots, add two litres of water and simmer for an hour.')
    await expectAccessible('plan for a recipe')
    await page.goto(`${site.url}/session/${made.B}`)
    await expectAccessible('plan under way')
    await page.goto(`${site.url}/session/${made.closed}`)
    await expectAccessible('plan of an interview that is over')
  })

  test('in every section of the interview, on hold and over', async () => {
    await pastePosting(page, site.url)
    await join(page)
    await expectAccessible('section A')
    for (const section of ['B', 'C', 'D'] as const) {
      await openSection(made[section])
      await expectAccessible(`section ${section}`)
    }
    await page.goto(`${site.url}/session/${made.closed}`)
    await page.locator('#join').click()
    await page.locator('.session-ended').waitFor()
    await expectAccessible('interview over')
  })

  test('before one speaks, and while one does', async () => {
    await plugSpeechMicrophone(context)
    await page.goto(`${site.url}/session/${made.B}`)
    await page.locator('#join-voice').click()
    const begin = page.getByRole('button', { name: 'Begin' })
    await begin.and(page.locator(':enabled')).waitFor({ timeout: 90_000 })
    await expectAccessible('a look at the microphone')
    await begin.click()
    await page.locator('.voice-state[data-microphone="on"]').waitFor()
    await expectAccessible('by voice')
    await page.getByRole('checkbox', { name: 'Push to talk' }).check()
    await expectAccessible('push to talk')
  })

  test('with code marked, on hold, with dialogs and tabs open', async () => {
    await openSection(made.B)
    await say(page, 'Read lines 2 to 4')
    await expectAccessible('lines marked')
    await page.getByRole('button', { name: /^Hold/ }).click()
    await page.locator('.session-state[data-state="hold"]').waitFor()
    await expectAccessible('on hold')
    await page.getByRole('button', { name: /^Go on/ }).click()
    await waitForTheFloor(page)
    await page.getByRole('button', { name: 'End', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await expectAccessible('end dialog')
    await page.getByRole('button', { name: 'Go on', exact: true }).last().click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.locator('body').press('?')
    await page.getByRole('dialog').waitFor()
    await expectAccessible('shortcut sheet')
    await page.keyboard.press('Escape')
    for (const tab of isPhone ? ['code', 'covered', 'notes', 'transcript'] : []) {
      await page.locator(`#session-tab-${tab}`).click()
      await expectAccessible(`tab ${tab}`)
    }
  })

  test('on the progress in numbers, a drill before it begins and a question answered again', async () => {
    await page.goto(`${site.url}/sessions`)
    await page.getByText('The same in numbers').click()
    await expectAccessible('progress in numbers')
    await page.goto(`${site.url}/session/${made.drill}`)
    await expectAccessible('drill')
    await page.goto(`${site.url}/report/${made.again}`)
    await page.getByRole('heading', { name: 'What changed' }).waitFor()
    await expectAccessible('question answered again')
    await page.goto(`${site.url}/report/${made.weak}?problem=nothing-unseen#again`)
    await page.getByRole('alert').waitFor()
    await expectAccessible('again refused')
    expect(complaints).toEqual([])
  })

  test('on an export that holds, one that does not, and a correction that was refused', async () => {
    const address = `${site.url}/samples/strong-senior/report.json`
    const sample = (await (await fetch(address)).json()) as { overall: number }
    for (const overall of [sample.overall, 1]) {
      const buffer = Buffer.from(JSON.stringify({ ...sample, overall }))
      await page.goto(`${site.url}/verify`)
      await page.getByLabel('A file').setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer })
      await page.getByRole('button', { name: 'Verify' }).click()
      await page.locator('.verify-result').waitFor()
      await expectAccessible(`verified, overall ${overall}`)
    }
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByRole('alert').waitFor()
    await expectAccessible('nothing to verify')
    await page.goto(`${site.url}/report/${made.strong}`)
    await page.locator('.correct summary').first().click()
    await page.locator('.correct textarea').first().fill('  ')
    await page.locator('.correct button').first().click()
    await page.getByRole('alert').waitFor()
    await expectAccessible('correction refused')
    await page.locator('.correct textarea').first().fill('I never said a word of this.')
    await page.locator('.correct button').first().click()
    await page.getByRole('heading', { name: 'Corrected by you' }).waitFor()
    await expectAccessible('turn edited')
  })

  test.each([
    ['a strong candidate', () => `/report/${made.strong}`],
    ['a silent candidate', () => `/report/${made.silent}`],
    ['the strong sample', () => '/samples/strong-senior'],
    ['the sample with false alarms', () => '/samples/confident-wrong'],
  ])('on the report of %s', async (candidate, address) => {
    await page.goto(`${site.url}${address()}`)
    for (const details of await page.locator('details').all()) {
      await details.evaluate((element: HTMLDetailsElement) => (element.open = true))
    }
    await expectAccessible(`report, ${candidate}`, isPhone ? ['light'] : undefined)
    expect(complaints).toEqual([])
  })
})

describe('without a mouse', () => {
  test('one gets from the form to a first answer and to lines of code', async () => {
    await openPage({ width: 1440, height: 900 }, false)
    await page.goto(site.url)
    await tabTo(page, 'textarea#jd')
    await page.keyboard.insertText('Senior backend engineer: TypeScript, PostgreSQL, webhooks, queues.')
    await tabTo(page, 'form.setup button[type="submit"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/session\//)
    await tabTo(page, '#join')
    await page.keyboard.press('Enter')
    await waitForTheFloor(page)
    expect(await isFocused(page, '.session-answer-field')).toBe(true)
    await page.keyboard.insertText('I ran the billing service, two million charges a day.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.session-entry.by-candidate', { hasText: 'two million charges' }).waitFor()
    await waitForTheFloor(page)
    await skipToTheCode(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await page.locator('[data-focus="code"]:focus').waitFor()
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByText('Lines 2 to 3 picked').waitFor({ state: 'attached' })
    expect(await page.locator('.session-line.own').count()).toBe(2)
    expect(complaints).toEqual([])
  })
})
