import { beforeAll, describe, expect, test } from 'vitest'
import { Report } from '../domain/report/report.ts'
import type { SessionList } from '../wire/sessions.ts'
import { SessionCreated, SessionView } from '../wire/sessions.ts'
import type { Candidate } from './play-candidate.ts'
import { playCandidate } from './play-candidate.ts'
import { codeOf, openTestApp, spoken } from './test-app.ts'
import type { z } from 'zod'

type Client = ReturnType<ReturnType<typeof openTestApp>['newClient']>
const { newClient, dependencies, passTime } = openTestApp()
const { bank, sessions } = dependencies
let client: Client
let first: Report

/** Plays a session to its end and gives its report. */
async function playToReport(id: string, candidate: Candidate): Promise<Report> {
  let frames = await client.turn(id, 'open', '')
  for (let turn = 1; turn < 60; turn += 1) {
    const done = frames.at(-1)
    if (done?.event === 'done' && done.data.ended) break
    passTime(30_000)
    frames = await client.turn(id, `t${turn}`, playCandidate(bank, candidate, spoken(frames)))
  }
  return Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`)).json())
}

const again = (id: string, wanted: object) => client.send('POST', `/api/reports/${id}/again`, wanted)

async function open(wanted: object): Promise<z.infer<typeof SessionCreated>> {
  const response = await again(first.id, wanted)
  expect(response.status).toBe(201)
  return SessionCreated.parse(await response.json())
}

const askedIn = async (id: string) => {
  const questions = Object.values((await sessions.find(id))?.state.questions ?? {})
  return questions.filter(({ asked }) => asked.length > 0).map(({ id: question }) => question)
}

beforeAll(async () => {
  client = newClient()
  first = await playToReport((await client.create()).id, 'weak')
})

describe('the same posting again', () => {
  test('asks nothing that was asked before and keeps level, track and posting', async () => {
    const { id, plan } = await open({ kind: 'same-posting' })
    expect(plan).toMatchObject({ level: first.level, track: { id: first.track.id }, practice: null })
    const report = await playToReport(id, 'weak')
    const before = first.questions
      .filter(({ kind }) => kind !== 'fallback')
      .map(({ id: question }) => question)
    expect((await askedIn(id)).filter((question) => before.includes(question))).toEqual([])
    expect(report.questions.length).toBeGreaterThan(3)
  })
})

describe('one question again', () => {
  test('asks that question alone, says which session it comes from, and leaves the first report as it was', async () => {
    const code = first.questions.find(({ kind }) => kind === 'code')
    const { id, plan } = await open({ kind: 're-answer', questionId: code?.id })
    expect(plan.practice).toEqual({ kind: 're-answer', of: first.id })
    expect(plan.sections.map((section) => section.id)).toEqual(['B'])
    const second = await playToReport(id, 'strong')
    expect(await askedIn(id)).toEqual([code?.id])
    expect(second.practice).toEqual({ kind: 're-answer', of: first.id, questionId: code?.id })
    expect(second.questions[0]?.score).toBeGreaterThan(code?.score ?? 0)
    expect(await (await client.send('GET', `/api/reports/${first.id}`)).json()).toEqual(first)
  })

  test('shows only its own section to the browser and takes no correction of its plan', async () => {
    const { id } = await open({ kind: 're-answer', questionId: first.questions[0]?.id })
    const view = SessionView.parse(await (await client.send('GET', `/api/sessions/${id}`)).json())
    expect(view.state.sections.map((section) => section.id)).toEqual(['A'])
    const refused = await client.send('PATCH', `/api/sessions/${id}/plan`, { level: 'mid' })
    expect([refused.status, await codeOf(refused)]).toEqual([422, 'invalid'])
  })
})

describe('a drill', () => {
  const missedBug = () => {
    for (const { id, kind, pointsMissed } of first.questions) {
      const snippet = kind === 'code' && bank.snippets.find((item) => item.id === id)
      const point =
        snippet &&
        pointsMissed.find((missed) => snippet.issues.some(({ finding }) => finding.id === missed.id))
      if (point) return { questionId: id, pointId: point.id }
    }
    throw new Error('the weak candidate missed no bug')
  }

  test('asks of other code for the missed kind of bug, for three minutes, and grades that alone', async () => {
    const { id, plan } = await open({ kind: 'drill', ...missedBug() })
    expect(plan).toMatchObject({ minutes: 3, practice: { kind: 'drill', of: first.id } })
    const report = await playToReport(id, 'strong')
    const [asked] = await askedIn(id)
    expect(first.questions.map((question) => question.id)).not.toContain(asked)
    const issues = bank.snippets.find((snippet) => snippet.id === asked)?.issues.length ?? 0
    expect(report.answerKey.filter(({ issueId }) => issueId !== null).length).toBeLessThan(issues)
    expect(report.questions[0]?.pointsHeard.length).toBeGreaterThan(0)
  })

  test('of a design question asks for the missed part of another one', async () => {
    const scenario = first.questions.find(
      ({ kind, pointsMissed }) => kind === 'scenario' && pointsMissed.length > 0,
    )
    const own = bank.scenarios.find(({ id }) => id === scenario?.id)
    const missed = scenario?.pointsMissed.find(({ id }) => own?.points.some((point) => point.id === id))
    const { id } = await open({ kind: 'drill', questionId: scenario?.id, pointId: missed?.id })
    await playToReport(id, 'strong')
    const [asked] = await askedIn(id)
    expect(bank.scenarios.map((item) => item.id)).toContain(asked)
    expect(asked).not.toBe(scenario?.id)
  })

  test('is refused for what was not missed, was not asked, or has no other material', async () => {
    const heard = first.questions.flatMap(({ id, pointsHeard }) =>
      pointsHeard.map((point) => [id, point.id]),
    )[0]
    for (const wanted of [
      { kind: 'drill', questionId: heard?.[0], pointId: heard?.[1] },
      { kind: 'drill', questionId: 'no-such-question', pointId: 'x' },
      { kind: 're-answer', questionId: 'no-such-question' },
      { kind: 'drill' },
      { kind: 'nothing' },
    ]) {
      const refused = await again(first.id, wanted)
      expect([wanted, refused.status, await codeOf(refused)]).toEqual([wanted, 422, 'invalid'])
    }
  })
})

test('a practice ends by itself when nothing is said, and gets a report without a score', async () => {
  const { id } = await open({ kind: 're-answer', questionId: first.questions[0]?.id })
  const report = await playToReport(id, 'silent')
  const state = (await sessions.find(id))?.state
  expect(state?.transcript.at(-1)?.text).toContain('That is the end of the interview')
  expect(state?.transcript.filter(({ section }) => section !== 'A')).toEqual([])
  expect(report).toMatchObject({ overall: null, verdict: 'not-enough-evidence' })
})

test('nobody goes on from a report that is not theirs or not there yet', async () => {
  const stranger = newClient()
  const { id } = await stranger.create()
  expect(await codeOf(await again(id, { kind: 'same-posting' }))).toBe('not-found')
  expect(
    await codeOf(await stranger.send('POST', `/api/reports/${id}/again`, { kind: 'same-posting' })),
  ).toBe('report-not-ready')
})

test('the list says what was practised, and how far each score hangs on the questions', async () => {
  const list = (await (await client.send('GET', '/api/sessions')).json()) as z.infer<typeof SessionList>
  const practised = list.sessions.filter(({ practice }) => practice?.of === first.id)
  expect(practised.map(({ practice }) => practice?.kind)).toContain('drill')
  const own = list.sessions.find(({ id }) => id === first.id)
  expect(own?.practice).toBeNull()
  expect(own?.dimensions.map(({ id, score }) => [id, score])).toEqual(
    first.dimensions.map(({ id, score }) => [id, score]),
  )
})
