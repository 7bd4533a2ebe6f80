import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  exampleDimension,
  exampleEvidence,
  exampleFinding,
  exampleQuestion,
  exampleReport,
  exampleTurn,
} from '../../domain/report/view/report-fixture.ts'
import { reportView } from '../../domain/report/view/report-view.ts'
import { readPdf } from './read-pdf.ts'
import { createTypstPrinter } from './typst.ts'

const printer = createTypstPrinter('.build/documents')
const code = { snippet: { title: 'A worker', language: 'typescript' as const, lines: ['a', '  b()', 'c'] } }

/** A report in which `words` stand wherever somebody's own words can. */
function reportOf(words: string) {
  return exampleReport({
    overall: 2.5,
    verdict: 'below',
    dimensions: [
      exampleDimension('debugging', 3, [exampleEvidence(words, { snippetId: 'snippet', lines: [2, 3] })]),
      exampleDimension('product', 2, [exampleEvidence(words, { polarity: 'against' })]),
      exampleDimension('breadth', null),
    ],
    questions: [
      exampleQuestion('snippet', {
        kind: 'code',
        asked: [words],
        pointsMissed: [{ id: 'p', text: 'Not said' }],
      }),
      exampleQuestion('scenario', {
        subScores: [{ id: 'tradeoffs', name: 'Trade-offs', score: 4 }],
        pointsHeard: [{ id: 'q', text: words, degree: 'partly' }],
        bestAnswer: 'First part.\n\nSecond part.',
      }),
    ],
    transcript: [
      exampleTurn('t1', words, { edited: words }),
      exampleTurn('agent-2', words, { speaker: 'agent' }),
    ],
    answerKey: [exampleFinding({ turnId: 't1', startMs: 120_000, outcome: 'hinted' })],
    jd: [
      {
        competency: 'Queues',
        ground: words,
        questionId: 'scenario',
        evidence: [exampleEvidence(words)],
        score: 1,
      },
    ],
    moments: [{ turnId: 't1', kind: 'note', startMs: 120_000, note: words }],
    plan: [{ text: 'Do this', dimension: 'product', turnIds: ['t1'] }],
    prompts: [{ text: 'A prompt' }],
    readings: [{ title: 'A page', by: 'Somebody', href: 'https://example.org/page', minutes: 9 }],
  })
}

const print = (words: string) => printer.toPdf(reportView(reportOf(words), code))
const squeezed = (text: string) => text.replace(/\s+/g, '')

test('another program reads every score, quote, point and note in it', async () => {
  const { text, title, pages } = await readPdf(await print('We would page on the age of the oldest job'))
  expect(title).toBe('Phone screen report: Web and Full-Stack')
  expect(pages).toBeGreaterThan(1)
  for (const part of [
    '2.5',
    '3 of 4',
    '2 of 4',
    '4 of 4',
    '1 of 4',
    'Not assessed',
    'Not said',
    'Second part.',
  ])
    expect(text).toContain(part)
  for (const part of ['02:00', 'L2–3', 'Found with a hint', '+ b', 'Your note', 'A page'])
    expect(text).toContain(part)
  expect(text.match(/We would page on the age of the oldest job/g)?.length).toBeGreaterThanOrEqual(9)
})

test('is tagged: title, language, one first heading, headings in order, lists, tables and code', async () => {
  const pdf = await readPdf(await print('words'))
  expect(pdf).toMatchObject({ isTagged: true, language: 'en' })
  expect(pdf.tags.filter((tag) => tag === 'H1')).toHaveLength(1)
  const levels = pdf.tags.flatMap((tag) => (/^H\d$/.test(tag) ? [Number(tag.slice(1))] : []))
  expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([])
  for (const tag of ['L', 'LI', 'Table', 'TH', 'TD', 'Code', 'Link']) expect(pdf.tags).toContain(tag)
})

test('leads from receipts to their turn, outside only to a reading, and runs nothing', async () => {
  const pdf = await readPdf(await print('see http://127.0.0.2/x and javascript:alert(1)'))
  expect(pdf.innerLinks).toBeGreaterThanOrEqual(4)
  expect(pdf).toMatchObject({ addresses: ['https://example.org/page'], isActive: false })
})

test('the same report gives the same bytes', async () => {
  expect(Buffer.from(await print('words')).equals(Buffer.from(await print('words')))).toBe(true)
})

test.each([
  '#read("/etc/passwd")',
  '#panic("ran") $ x^2 $ @label <label> // comment /* open',
  '= Heading\n- list\n+ list *bold* _emph_ `raw` \\u{1F600} ~ --- ...',
  '#set page(width: 1pt); #import "@preview/x:1.0.0": *; #eval("1+1"); #sys.inputs',
  '"]); #panic() [',
])('what was said stays text: %s', async (words) => {
  expect(squeezed((await readPdf(await print(words))).text)).toContain(squeezed(words))
})

test('spells out what no font can draw, keeps what one can', async () => {
  const { text } = await readPdf(await print('Grüße, Привет, naïve → λ ≤ 2, 你好, \u{1F680}'))
  for (const part of ['Grüße, Привет, naïve → λ ≤ 2', '[U+4F60][U+597D]']) expect(text).toContain(part)
})

test('any text whatever can be printed', async () => {
  const strange = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
  const wild = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 60 })
  const lone = wild.map((units) => String.fromCharCode(...units))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(strange, lone), { minLength: 20, maxLength: 20 }), async (texts) => {
      expect((await readPdf(await print(texts.join(' ')))).isTagged).toBe(true)
    }),
    { numRuns: 20 },
  )
})
