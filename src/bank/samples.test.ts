import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Bank, BankSample } from '../domain/catalog/bank.ts'
import { checkQuote } from '../domain/grading/check-quote.ts'
import { playSample } from '../domain/interview/play-sample.ts'
import { sampleSources } from '../domain/interview/sample-sources.ts'
import { buildReport } from '../domain/report/build-report.ts'
import type { Report } from '../domain/report/report.ts'
import { reportSchema } from '../domain/report/report-schema.ts'
import { readBank } from './read-bank.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const whole: Bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const { bank, finder } = sampleSources(whole)
const ajv = new Ajv2020()
addFormats.default(ajv)
const isReport = ajv.compile(reportSchema())

const played = bank.samples.map((sample) => {
  const { state, log } = playSample(sample, { bank, finder })
  return {
    id: sample.id,
    sample,
    state,
    log,
    report: buildReport(state, bank, finder, sample.heldAt, sample.id),
  }
})
const reportOf = (id: string): Report => {
  const found = played.find((each) => each.id === id)
  if (!found) throw new Error(`there is no sample ${id}`)
  return found.report
}

describe.each(played)('the sample $id', ({ sample, state, log, report }) => {
  test('is a whole interview on public questions alone, of 25 to 45 minutes', () => {
    expect(state.phase).toBe('closed')
    const isPublic = new Map(
      [...bank.snippets, ...bank.scenarios, ...bank.warmups].map((item) => [item.id, item.public]),
    )
    const asked = Object.values(state.questions).filter((question) => question.asked.length > 0)
    expect(asked.filter(({ id }) => isPublic.get(id) === false)).toEqual([])
    expect(report.questions.map(({ section }) => section)).toEqual(expect.arrayContaining(['A', 'B', 'C']))
    const minutes = (report.transcript.at(-1)?.endMs ?? 0) / 60_000
    expect(minutes).toBeGreaterThan(25)
    expect(minutes).toBeLessThan(45)
  })

  test('plays the same way again', () => {
    expect(playSample(sample, { bank, finder }).log).toEqual(log)
  })

  test('has a report that fits the published schema, every quote in its turn', () => {
    expect(isReport(JSON.parse(JSON.stringify(report))) || isReport.errors).toBe(true)
    for (const { evidence } of report.dimensions)
      for (const { turnId, quote } of evidence) {
        const turn = report.transcript.find((entry) => entry.turnId === turnId)
        expect([quote, turn && checkQuote(turn.text, quote)]).toEqual([quote, true])
      }
  })
})

test('a script written for another question stops the build and names the turn', () => {
  const [first] = bank.samples
  if (!first) throw new Error('there is no sample')
  const [opening, ...rest] = first.turns
  const astray: BankSample = {
    ...first,
    turns: [{ ...opening, to: 'elsewhere/opener', say: 'x', after: 0, hold: 0, mark: false }, ...rest],
  }
  expect(() => playSample(astray, { bank, finder })).toThrow(
    new RegExp(`samples/${first.id}.yaml: turns.0: it answers elsewhere/opener, asked was .+/opener`),
  )
  const longer = { ...first, turns: [...first.turns, ...first.turns.slice(0, 1)] }
  expect(() => playSample(longer, { bank, finder })).toThrow('the interview is over')
})

test('the strong one is above the bar, the uneven one uneven, the confident one below it with false alarms', () => {
  const scores = (id: string) => reportOf(id).dimensions.flatMap(({ score }) => score ?? [])
  expect(reportOf('strong-senior').verdict).toBe('above')
  expect(Math.max(...scores('uneven-mid')) - Math.min(...scores('uneven-mid'))).toBeGreaterThanOrEqual(2)
  expect(reportOf('uneven-mid').answerKey.some(({ outcome }) => outcome === 'hinted')).toBe(true)
  const wrong = reportOf('confident-wrong')
  expect(wrong.verdict).toBe('below')
  expect(wrong.answerKey.filter(({ outcome }) => outcome === 'false-alarm').length).toBeGreaterThanOrEqual(2)
})
