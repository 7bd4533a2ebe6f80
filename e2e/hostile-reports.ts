import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Bank } from '../src/domain/catalog/bank.ts'
import { nodesIn, parseMarkdown } from '../src/domain/report/markdown/tree-fixture.ts'
import { Report } from '../src/domain/report/report.ts'
import { readPdf } from '../src/documents/drivers/read-pdf.ts'
import { playCandidate } from '../src/api/play-candidate.ts'
import { POSTING, readFrames, spoken } from '../src/api/test-app.ts'
import { SessionCreated } from '../src/wire/sessions.ts'
import { activeParts } from './active-parts.ts'
import type { HttpClient } from './http-client.ts'
import { createHttpClient, doneOf } from './http-client.ts'
import { watchedPage } from './open-browser.ts'

/** Texts that one interview takes in: in its posting, its answers and its notes. */
const IN_ONE = 1_000
const IN_POSTING = 60
const IN_TURN = 40
const IN_NOTE = 20

/** Bytes that make a PDF act by itself. */
const ACTIVE_PDF = /\/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile|RichMedia|SubmitForm|ImportData)\b/

/**
 * Says every text in real interviews, as posting, speech and notes, and opens each report as page, Markdown, JSON and PDF.
 * @throws AssertionError at the first that is more than text
 */
export async function checkHostileReports(
  texts: readonly string[],
  { url, bank, browser }: { url: string; bank: Bank; browser: Browser },
): Promise<{ interviews: number }> {
  let interviews = 0
  for (let from = 0; from < texts.length; from += IN_ONE) {
    const client = createHttpClient(url)
    const id = await interview(client, bank, texts.slice(from, from + IN_ONE))
    await checkExports(client, id)
    await checkPage(browser, url, client, id)
    interviews += 1
  }
  return { interviews }
}

/** Answers with model answers among the texts until it is over; what is left is written down as notes. */
async function interview(client: HttpClient, bank: Bank, texts: readonly string[]): Promise<string> {
  const left = [...texts]
  const take = (count: number) => left.splice(0, count).join(' ')
  const id = await create(client, take(IN_POSTING))
  let body = await client.turn(id, 'open', '')
  for (let turn = 1; turn < 60 && left.length > 0 && !doneOf(body).ended; turn += 1) {
    const model = playCandidate(bank, turn % 3 === 0 ? 'weak' : 'strong', spoken(readFrames(body)))
    body = await client.turn(id, `t${turn}`, `${take(IN_TURN)} ${model} ${take(IN_TURN)}`)
    await note(client, id, take(IN_NOTE))
  }
  while (left.length > 0) await note(client, id, take(IN_NOTE))
  const finished = await client.send('POST', `/api/sessions/${id}/finish`)
  assert.equal(finished.status, 200)
  return id
}

/** The objects of a PDF without streams and strings, in which such names are only bytes or words. */
function objectsOf(pdf: Uint8Array): string {
  return Buffer.from(pdf)
    .toString('latin1')
    .replace(/stream\r?\n[^]*?endstream/g, '')
    .replace(/\((?:\\[^]|[^\\()])*\)|<[0-9A-Fa-f\s]*>/g, '')
}

/** A posting with the texts in it; without those it cannot take, such as the bytes of a file, where it is refused. */
async function create(client: HttpClient, texts: string): Promise<string> {
  const jd = `${POSTING}\n${texts}`
  const response = await client.send('POST', '/api/sessions', { jd })
  if (response.status === 201) return SessionCreated.parse(await response.json()).id
  assert.equal(response.status, 422)
  return client.create({ jd: jd.replace(/[^\P{Cc}\n]|\p{Cs}/gu, '') })
}

async function note(client: HttpClient, id: string, text: string): Promise<void> {
  if (text.trim() === '') return
  const response = await client.send('POST', `/api/sessions/${id}/events`, {
    kind: 'note',
    text: text.slice(0, 4_000),
  })
  assert.equal(response.status, 200)
}

async function checkExports(client: HttpClient, id: string): Promise<void> {
  const [json, markdown, pdf] = await Promise.all(
    ['json', 'md', 'pdf'].map((ending) => client.send('GET', `/api/reports/${id}.${ending}`)),
  )
  assert.ok(json && markdown && pdf)
  for (const { status, headers } of [json, markdown, pdf]) {
    assert.equal(status, 200)
    assert.match(
      headers.get('content-disposition') ?? '',
      /^(inline|attachment); filename="offhook-[A-Za-z0-9_-]+\.(json|md|pdf)"$/,
    )
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  }
  const report = Report.parse(await json.json())
  const readings = new Set(report.readings.map(({ href }) => href))
  const odd = nodesIn(parseMarkdown(await markdown.text())).filter((node) => {
    return node.type === 'link'
      ? !readings.has(node.url)
      : ['html', 'image', 'definition'].includes(node.type)
  })
  assert.deepEqual(odd, [])
  const bytes = new Uint8Array(await pdf.arrayBuffer())
  const { isActive, isTagged, addresses } = await readPdf(bytes)
  assert.deepEqual([isActive, isTagged], [false, true])
  assert.deepEqual(
    addresses.filter((address) => !readings.has(address)),
    [],
  )
  assert.equal(objectsOf(bytes).match(ACTIVE_PDF)?.[0], undefined)
}

async function checkPage(browser: Browser, url: string, client: HttpClient, id: string): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const [name = '', value = ''] = client.cookie().split('=')
  await context.addCookies([{ name, value, url }])
  const { page, complaints, strangers } = await watchedPage(context, url)
  page.on('dialog', (dialog) => void dialog.dismiss())
  for (const path of [`/report/${id}`, '/sessions']) {
    await page.goto(`${url}${path}`)
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)))
    assert.deepEqual(await activeParts(page), [])
  }
  assert.deepEqual({ complaints, strangers }, { complaints: [], strangers: [] })
  await context.close()
}
