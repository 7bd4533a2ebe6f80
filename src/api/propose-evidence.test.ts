import { describe, expect, test } from 'vitest'
import { gradeSession } from '../domain/grading/grade-session.ts'
import type { Checklist } from '../domain/grading/checklist.ts'
import type { NewEvent } from '../domain/interview/event.ts'
import { buildReport } from '../domain/report/build-report.ts'
import { Report } from '../domain/report/report.ts'
import { verifyReport } from '../domain/report/verify/verify-report.ts'
import { createScriptedModel, type ScriptedRequest } from '../model/create-scripted-model.ts'
import { ModelFailure, type ModelFailureReason } from '../model/model.ts'
import { playCandidate } from './play-candidate.ts'
import { openTestApp, spoken } from './test-app.ts'

type Proposed = Extract<NewEvent, { kind: 'evidence-proposed' }>

/** Says yes to every point with the first sentence of the first turn, and once invents one. */
function sayYes({ prompt }: ScriptedRequest): Checklist {
  const lines = prompt.split('\n')
  const said = /"said":"([^.]*\.)/.exec(prompt)?.[1] ?? ''
  const names = lines.flatMap((line) => /^\{"point":"(P\d+)"/.exec(line)?.[1] ?? [])
  return {
    points: names.map((point, index) => ({
      point,
      verdict: 'yes',
      quotes: [{ turn: 'T1', quote: index === 0 ? 'Nobody ever said this.' : said }],
    })),
  }
}

/** A weak interview of some turns, and what its model was asked. */
async function play(answer: (request: ScriptedRequest, call: number) => unknown, passes = 3, prices = {}) {
  const asked: ScriptedRequest[] = []
  const model = createScriptedModel((request) => {
    if (request.name !== 'checklist') return { competencies: [] }
    asked.push(request)
    return answer(request, asked.length)
  })
  const server = openTestApp({ languageModel: { model, passes, deadlineMs: 5_000, ...prices } })
  const client = server.newClient()
  const { id } = await client.create()
  let frames = await client.turn(id, 'open', '')
  for (let turn = 1; turn <= 9; turn += 1) {
    server.passTime(30_000)
    frames = await client.turn(
      id,
      `t${turn}`,
      playCandidate(server.dependencies.bank, 'weak', spoken(frames)),
    )
  }
  const finish = async () =>
    Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`)).json())
  const proposedIn = async (): Promise<Proposed[]> => {
    const events = (await server.dependencies.sessions.find(id))?.events ?? []
    return events.filter((event) => event.kind === 'evidence-proposed')
  }
  return { ...server, client, id, asked, finish, proposedIn }
}

describe('a language model', () => {
  test('reads every answered question as often as it is told to, and says so in the report', async () => {
    const { asked, finish, proposedIn } = await play(sayYes)
    const { grader, dimensions } = await finish()
    const [proposed, ...more] = await proposedIn()
    expect(more).toEqual([])
    expect(proposed?.questions.length).toBeGreaterThan(1)
    expect(asked).toHaveLength((proposed?.questions.length ?? 0) * 3)
    expect(new Set(asked.map(({ system }) => system)).size).toBe(1)
    expect(grader.finder).toBe('model')
    expect(grader.version).toBe('1 (scripted-1, built-in 2)')
    expect(grader.degraded).toBeUndefined()
    expect(dimensions.some(({ evidence }) => evidence.length > 0)).toBe(true)
  })

  test('leaves verbatim quotes, counts and costs in the log, and nothing that it made up', async () => {
    const prices = { prices: { input: 1, cached: 0.1, output: 4 } }
    const { asked, finish, proposedIn, dependencies, id, client } = await play(sayYes, 1, prices)
    await finish()
    const [proposed] = await proposedIn()
    const state = (await dependencies.sessions.find(id))?.state
    const texts = new Map(state?.transcript.map(({ turnId, text }) => [turnId, text]))
    const quotes = proposed?.questions.flatMap(({ passes }) => passes.flat()) ?? []
    expect(quotes.length).toBeGreaterThan(0)
    for (const { turnId, quote } of quotes) expect(texts.get(turnId)).toContain(quote)
    expect(proposed?.dropped).toBeGreaterThanOrEqual(asked.length)
    expect(proposed?.usage.calls).toBe(asked.length)
    const { inputTokens = 0, outputTokens = 0 } = proposed?.usage ?? {}
    expect(proposed?.cost).toBeCloseTo((inputTokens + 4 * outputTokens) / 1_000_000, 4)
    expect(JSON.stringify(proposed)).not.toContain('Nobody ever said this')
    const seen = await (await client.send('GET', `/api/sessions/${id}?from=0`)).text()
    expect(seen).not.toContain('evidence-proposed')
  })

  test('is asked once: the same log gives the same grade without it', async () => {
    const { asked, finish, dependencies, id } = await play(sayYes)
    const report = await finish()
    const calls = asked.length
    expect(await finish()).toEqual(report)
    const state = (await dependencies.sessions.find(id))?.state
    if (!state) throw new Error('the session is gone')
    const { bank, finder } = dependencies
    expect(buildReport(state, bank, finder, report.createdAt, id)).toEqual({
      ...report,
      signature: undefined,
    })
    expect(asked).toHaveLength(calls)
  })

  test('whose readings differ makes a report that can still be recomputed', async () => {
    const { finish } = await play((request, call) => (call % 3 === 0 ? { points: [] } : sayYes(request)))
    const checks = verifyReport(await finish())
    expect(checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([])
  })

  test('never lowers a score', async () => {
    const { finish, dependencies, id } = await play(sayYes)
    const report = await finish()
    const state = (await dependencies.sessions.find(id))?.state
    if (!state) throw new Error('the session is gone')
    const { dimensions } = gradeSession({ ...state, proposals: {} }, dependencies.bank, dependencies.finder)
    for (const { id: dimension, score } of report.dimensions) {
      expect(score ?? 0).toBeGreaterThanOrEqual(dimensions[dimension].score ?? 0)
    }
  })

  test.each<[ModelFailureReason, RegExp]>([
    ['timeout', /did not answer in time/],
    ['refused', /refused to answer/],
    ['rate-limited', /no room for more requests/],
    ['invalid', /could not be read/],
    ['unreachable', /could not be reached/],
  ])(
    'that fails as %s leaves the built-in finder’s grade, and the report says why',
    async (reason, words) => {
      const { asked, finish, proposedIn, client, id } = await play(() => {
        throw new ModelFailure(reason, 'as told')
      })
      const report = await finish()
      const plain = await play(() => ({ points: [] }))
      const { dimensions } = await plain.finish()
      expect(report.dimensions.map(({ score }) => score)).toEqual(dimensions.map(({ score }) => score))
      expect(report.grader).toMatchObject({ finder: 'built-in', degraded: expect.stringMatching(words) })
      expect(await proposedIn()).toMatchObject([{ questions: [], failed: reason }])
      expect(asked).toHaveLength(plain.asked.length - plain.asked.length / 3)
      const markdown = await (await client.send('GET', `/api/reports/${id}.md`)).text()
      expect(markdown).toMatch(words)
    },
  )

  test('is taken at the word of most of its readings when one fails', async () => {
    const { finish, proposedIn } = await play((request, call) => {
      if (call === 1) throw new ModelFailure('unreachable', 'once')
      return sayYes(request)
    })
    const { grader } = await finish()
    expect(grader.degraded).toBeUndefined()
    const counts = (await proposedIn())[0]?.questions.map(({ passes }) => passes.length) ?? []
    expect(counts.toSorted()).toEqual([2, ...counts.slice(1).map(() => 3)])
  })

  test('that answers in another shape than asked is a failure, and what it cost is counted', async () => {
    const { finish, proposedIn } = await play(() => ({ score: 4 }))
    expect((await finish()).grader.degraded).toMatch(/could not be read/)
    expect((await proposedIn())[0]?.usage.outputTokens).toBeGreaterThan(0)
  })

  test('reads only the question of a turn that is corrected after grading', async () => {
    const { asked, finish, proposedIn, client, id, dependencies } = await play(sayYes)
    await finish()
    const before = asked.length
    const turn = (await dependencies.sessions.find(id))?.state.transcript.find(
      ({ speaker, questionId }) => speaker === 'candidate' && questionId !== undefined,
    )
    const text = turn?.text.replace(/\b([a-z]{6,})\b/, '$1x') ?? ''
    const correction = { kind: 'correction', turnId: turn?.turnId, text }
    expect((await client.send('POST', `/api/sessions/${id}/events`, correction)).status).toBe(200)
    expect(asked).toHaveLength(before + 3)
    expect(asked.at(-1)?.prompt).toContain(JSON.stringify(text))
    expect((await proposedIn())[1]?.questions.map(({ questionId }) => questionId)).toEqual([turn?.questionId])
  })

  test('is not asked about a session in which nothing was answered', async () => {
    const asked: string[] = []
    const model = createScriptedModel(({ name }) => {
      asked.push(name)
      return { competencies: [] }
    })
    const server = openTestApp({ languageModel: { model, passes: 3, deadlineMs: 5_000 } })
    const client = server.newClient()
    const { id } = await client.create()
    await client.turn(id, 'open', '')
    const report = Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`)).json())
    expect(report.grader).toEqual({ finder: 'built-in', version: '2' })
    expect(asked).toEqual(['competencies'])
  })

  test('that breaks in a way of its own is our fault and no grade', async () => {
    const { finish, proposedIn, errors } = await play(() => {
      throw new TypeError('a mistake of ours')
    })
    await expect(finish()).rejects.toThrow()
    expect(await proposedIn()).toEqual([])
    expect(errors).toHaveLength(1)
  })
})
