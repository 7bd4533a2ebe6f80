import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import { readPdf } from '../src/documents/drivers/read-pdf.ts'
import { nodesIn, parseMarkdown, wordsOf } from '../src/domain/report/markdown/tree-fixture.ts'
import { cleanText } from '../src/domain/report/markdown/clean-text.ts'
import { Report } from '../src/domain/report/report.ts'
import type { HttpClient } from './http-client.ts'
import { createHttpClient } from './http-client.ts'
import { playOverHttp } from './play-over-http.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

const bank = loadBank('.build/bank.json')
let site: Served
let client: HttpClient
const own = { strong: '', weak: '', silent: '' }

beforeAll(async () => {
  site = await serveSite()
  client = createHttpClient(site.url)
  for (const candidate of ['strong', 'weak', 'silent'] as const) {
    own[candidate] = await playOverHttp(client, bank, candidate)
    await client.send('POST', `/api/sessions/${own[candidate]}/finish`, {})
  }
})
afterAll(() => site.stop())

const samples = bank.samples.map(({ id }) => [`the sample ${id}`, () => `/samples/${id}/report`] as const)
const sessions = (['strong', 'weak', 'silent'] as const).map(
  (candidate) => [`a ${candidate} session`, () => `/api/reports/${own[candidate]}`] as const,
)
const squeezed = (text: string) => text.replace(/\s+/g, '')

describe.each([...samples, ...sessions])('the exports of %s', (_, address) => {
  let report: Report
  beforeAll(async () => {
    report = Report.parse(await (await client.send('GET', `${address()}.json`)).json())
  })

  test('JSON fits the schema that the site publishes', async () => {
    const ajv = new Ajv2020()
    addFormats.default(ajv)
    const schema = (await (await client.send('GET', '/schema/report.v1.json')).json()) as object
    const json: unknown = await (await client.send('GET', `${address()}.json`)).json()
    expect(ajv.validate(schema, json) || ajv.errors).toBe(true)
  })

  test('PDF, read by another program, carries every score and quote, is tagged and in order', async () => {
    const response = await client.send('GET', `${address()}.pdf`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
    const text = squeezed(pdf.text)
    for (const { name, score, why, evidence } of report.dimensions) {
      const number = score === null ? 'Not assessed' : `${score} of 4`
      expect([text.includes(squeezed(`${number}${name}`)), name]).toEqual([true, name])
      for (const part of [why, ...evidence.map(({ quote }) => quote)])
        expect([part, text.includes(squeezed(cleanText(part)))]).toEqual([part, true])
    }
    for (const { subScores, bestAnswer } of report.questions) {
      for (const { name, score } of subScores)
        expect(text).toContain(squeezed(`${name}${score === null ? 'Not assessed' : `${score} of 4`}`))
      expect(text).toContain(squeezed(cleanText(bestAnswer).split(' ').slice(0, 8).join(' ')))
    }
    if (report.overall !== null) expect(text).toContain(report.overall.toFixed(1))
    expect(pdf).toMatchObject({ isTagged: true, isActive: false, language: 'en', title: expect.any(String) })
    const levels = pdf.tags.flatMap((tag) => (/^H\d$/.test(tag) ? [Number(tag.slice(1))] : []))
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([])
  })

  test('Markdown carries every score and quote, and links to readings alone', async () => {
    const tree = parseMarkdown(await (await client.send('GET', `${address()}.md`)).text())
    const text = squeezed(wordsOf(tree))
    for (const { name, score, evidence } of report.dimensions) {
      expect(text).toContain(squeezed(`${name}: ${score === null ? 'not assessed' : `${score} of 4`}`))
      for (const { quote } of evidence) expect(text).toContain(squeezed(cleanText(quote)))
    }
    expect(nodesIn(tree).flatMap((node) => (node.type === 'link' ? [node.url] : []))).toEqual(
      report.readings.map(({ href }) => href),
    )
  })
})
