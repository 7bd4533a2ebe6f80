import { describe, expect, test } from 'vitest'
import { Report } from '../domain/report/report.ts'
import type { Frame } from '../wire/frame.ts'
import type { Candidate } from './play-candidate.ts'
import { playCandidate } from './play-candidate.ts'
import { openTestApp, spoken } from './test-app.ts'

type Done = Extract<Frame, { event: 'done' }>['data']

const doneOf = (frames: Frame[]): Done => {
  const last = frames.at(-1)
  if (last?.event !== 'done') throw new Error('the turn did not end with done')
  return last.data
}

/** Plays a whole interview; `paceMs` passes before every turn. */
async function play(candidate: Candidate, { paceMs = 30_000, seed = 7 } = {}) {
  const server = openTestApp({ seed })
  const client = server.newClient()
  const { id } = await client.create()
  const said: string[] = []
  const dones: Done[] = []
  let frames = await client.turn(id, 'open', '')
  for (let turn = 1; turn <= 120; turn += 1) {
    said.push(spoken(frames))
    dones.push(doneOf(frames))
    if (doneOf(frames).ended) break
    server.passTime(paceMs)
    frames = await client.turn(
      id,
      `turn-${turn}`,
      playCandidate(server.dependencies.bank, candidate, spoken(frames)),
    )
  }
  const finished = await client.send('POST', `/api/sessions/${id}/finish`)
  const report = Report.parse(await finished.json())
  expect(server.errors).toEqual([])
  return { ...server, client, id, said, dones, report }
}

const scoresOf = (report: Report) => Object.fromEntries(report.dimensions.map(({ id, score }) => [id, score]))

describe('a whole interview', () => {
  test('goes through sections A to D in order and ends by itself', async () => {
    const { dones } = await play('strong')
    const sections = dones.map(({ section }) => section)
    expect([...new Set(sections)]).toEqual(['A', 'B', 'C', 'D'])
    expect(sections).toEqual([...sections].sort())
    expect(dones.at(-1)?.ended).toBe(true)
  })

  test('a strong candidate beats a weak one in every dimension assessed for both', async () => {
    const strong = scoresOf((await play('strong')).report)
    const weak = scoresOf((await play('weak')).report)
    const both = Object.keys(strong).filter((id) => strong[id] !== null && weak[id] !== null)
    expect(both.length).toBeGreaterThanOrEqual(3)
    for (const id of both)
      expect([id, strong[id]]).toEqual([id, Math.max(strong[id] ?? 0, (weak[id] ?? 0) + 1)])
  })

  test('a silent candidate is not assessed anywhere, and still gets a plan and prompts', async () => {
    const { report } = await play('silent')
    expect(Object.values(scoresOf(report))).toEqual([null, null, null, null, null])
    expect(report.overall).toBeNull()
    expect(report.verdict).toBe('not-enough-evidence')
    expect(report.plan.length).toBeGreaterThanOrEqual(3)
    expect(report.prompts).toHaveLength(3)
  })

  test.each<[string, Candidate, number]>([
    ['fast', 'strong', 1_000],
    ['slow', 'strong', 60_000],
    ['silent', 'silent', 20_000],
    ['weak', 'weak', 45_000],
  ])('a %s candidate is asked something that can show each dimension', async (_, candidate, paceMs) => {
    const { client, id } = await play(candidate, { paceMs })
    const view = (await (await client.send('GET', `/api/sessions/${id}`)).json()) as {
      state: { coverage: { id: string; asked: number }[] }
    }
    expect(view.state.coverage.filter(({ asked }) => asked === 0)).toEqual([])
  })

  test('no question is put twice, and no line has more than three sentences beside what is read aloud', async () => {
    const { said, dependencies } = await play('strong')
    const lines = said.flatMap((text) => text.split('\n'))
    expect(new Set(lines).size).toBe(lines.length)
    const readAloud = dependencies.bank.snippets.map(({ summary }) => summary)
    for (const line of lines) {
      const own = readAloud.reduce((text, summary) => text.replace(summary, ''), line).replace(/“[^”]*”/g, '')
      expect([line, own.match(/[.?!](\s|$)/g)?.length ?? 0]).toEqual([
        line,
        expect.toSatisfy((n: number) => n <= 3),
      ])
    }
  })

  test('a follow-up in section C looks back at the system of section A', async () => {
    const { said } = await play('strong')
    expect(said.some((text) => text.includes('Earlier you described the '))).toBe(true)
  })

  test('every quote of the report is verbatim in that candidate turn, and every score has one', async () => {
    const { report } = await play('weak')
    const texts = new Map(
      report.transcript.filter((t) => t.speaker === 'candidate').map((t) => [t.turnId, t.text]),
    )
    for (const { assessed, score, evidence } of report.dimensions) {
      expect(assessed).toBe(score !== null)
      if (assessed) expect(evidence.length).toBeGreaterThan(0)
      for (const { turnId, quote } of evidence) expect(texts.get(turnId)).toContain(quote)
    }
  })

  test('the same seed and answers give the same interview; another seed asks something else', async () => {
    const first = await play('strong')
    const again = await play('strong')
    const other = await play('strong', { seed: 8 })
    expect(again.said).toEqual(first.said)
    expect(other.said).not.toEqual(first.said)
  })

  test('finishing again gives the same report to the letter', async () => {
    const { client, id, report, passTime } = await play('weak')
    passTime(60_000)
    const again = await client.send('POST', `/api/sessions/${id}/finish`)
    expect(await again.json()).toEqual(report)
    const stored = await client.send('GET', `/api/reports/${id}`)
    expect(await stored.json()).toEqual(report)
    const markdown = await client.send('GET', `/api/reports/${id}.md`)
    expect(markdown.headers.get('content-type')).toContain('text/markdown')
    expect(await markdown.text()).toMatch(/^# /)
  })
})
