import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSigningKey } from '../src/api/new-signing-key.ts'
import { createReportSigner } from '../src/api/report-signer.ts'
import { Report } from '../src/domain/report/report.ts'
import { openBrowser } from './open-browser.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

let site: Served
let browser: Browser
let page: Page
let sample: Report

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  sample = Report.parse(await (await fetch(`${site.url}/samples/strong-senior/report.json`)).json())
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function verifyFile(report: unknown): Promise<{ headline: string; words: string[]; text: string }> {
  await page.goto(`${site.url}/verify`)
  const buffer = Buffer.from(typeof report === 'string' ? report : JSON.stringify(report))
  await page.getByLabel('A file').setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Verify' }).click()
  const result = page.locator('.verify-result')
  if ((await result.count()) === 0) {
    return { headline: '', words: [], text: await page.getByRole('alert').innerText() }
  }
  return {
    headline: await result.locator('h2').innerText(),
    words: (await result.locator('.check-word').allInnerTexts()).map((word) => word.replace(/^\S+\s+/, '')),
    text: await result.innerText(),
  }
}

test('the export of a sample holds, signed by the key at its well-known address', async () => {
  const { headline, words } = await verifyFile(sample)
  expect(headline).toBe('Text, evidence and scores belong together, and this site signed them.')
  expect(new Set(words)).toEqual(new Set(['Holds']))
  expect(words).toHaveLength(11)
  const { keys } = (await (await fetch(`${site.url}/.well-known/jwks.json`)).json()) as { keys: object[] }
  expect(keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', x: sample.signature?.publicKey }])
})

test('an untouched export without a signature, and one of a foreign key, are called what they are', async () => {
  const unsigned: Report = { ...sample, signature: undefined }
  expect((await verifyFile(unsigned)).headline).toBe(
    'Text, evidence and scores belong together; nothing says who made them.',
  )
  const foreign = createReportSigner(newSigningKey()).sign(unsigned)
  expect((await verifyFile(foreign)).headline).toBe(
    'Text, evidence and scores belong together; this site did not sign them.',
  )
})

test.each<[string, (report: Report) => void, RegExp]>([
  ['a score', (report) => void (report.overall = 4), /Overall: the report says 4, its evidence comes to/],
  ['a quote', (report) => void quoteOf(report, 'I never said this.'), /does not stand in its turn/],
  [
    'the text',
    (report) => report.transcript.forEach((entry) => (entry.text = entry.text.replace(/[aeiou]/g, 'u'))),
    /does not stand in its turn/,
  ],
])('%s that was changed is named, and so is the signature', async (_, change, finding) => {
  const tampered = structuredClone(sample)
  change(tampered)
  const { headline, text } = await verifyFile(tampered)
  expect(headline).toBe('Text, evidence and scores do not belong together.')
  expect(text).toMatch(finding)
  expect(text).toContain('something was changed after it was signed')
})

test.each([
  ['no JSON', 'hello', /not JSON/],
  ['other JSON', '{"version":1}', /no report of ours: id/],
  ['nothing', '', /Nothing was sent/],
  ['a deep hole', '['.repeat(200_000), /not JSON|no report/],
])('%s is refused in words', async (_, sent, reason) => {
  expect((await verifyFile(sent)).text).toMatch(reason)
})

test('what was pasted and refused is still there, as text', async () => {
  const pasted = '{"version": 1, "id": "</textarea><b>bold</b>"}'
  const answer = await page.request.post(`${site.url}/verify`, {
    multipart: { export: pasted },
    headers: { origin: site.url },
  })
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain('&lt;/textarea&gt;')
  const large = await page.request.post(`${site.url}/verify`, {
    multipart: { export: 'x'.repeat(5 * 1024 * 1024) },
    headers: { origin: site.url },
  })
  expect(large.status()).toBe(413)
})

function quoteOf(report: Report, quote: string): void {
  const [first] = report.dimensions.flatMap(({ evidence }) => evidence)
  if (first) first.quote = quote
}
