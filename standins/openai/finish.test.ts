import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playCandidate } from '../../src/api/play-candidate.ts'
import { openTestApp, spoken } from '../../src/api/test-app.ts'
import { Report } from '../../src/domain/report/report.ts'
import { createAiSdkModel } from '../../src/model/drivers/ai-sdk.ts'
import { readPdf } from '../../src/documents/drivers/read-pdf.ts'
import { startOpenAi, type Asked, type OpenAi } from './start-openai.ts'
import { createSwitches, type Switches } from './switches.ts'

/** Yes to the first point, with the first words of the first turn. */
function answer({ prompt }: Asked) {
  if (prompt.startsWith('Competencies')) return { competencies: [] }
  const quote = /"said":"([^".]{20,200})/.exec(prompt)?.[1] ?? ''
  return { points: [{ point: 'P1', verdict: 'yes', quotes: [{ turn: 'T1', quote }] }] }
}

describe('an interview graded beside a service over HTTP', () => {
  let service: OpenAi
  beforeAll(async () => {
    service = await startOpenAi({ answer })
  })
  afterAll(() => service.stop())

  async function play(switches: Partial<Switches>, deadlineMs = 10_000) {
    Object.assign(service.switches, createSwitches())
    service.requests.length = 0
    const { apiKey, url, model } = service
    const languageModel = {
      model: createAiSdkModel({ apiKey, baseUrl: url, model }),
      passes: 3,
      deadlineMs,
    }
    const { newClient, dependencies, passTime } = openTestApp({ languageModel })
    const client = newClient()
    const { id } = await client.create()
    let frames = await client.turn(id, 'open', '')
    for (let turn = 1; turn <= 6; turn += 1) {
      passTime(30_000)
      frames = await client.turn(id, `t${turn}`, playCandidate(dependencies.bank, 'weak', spoken(frames)))
    }
    Object.assign(service.switches, switches)
    const report = Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`)).json())
    const events = (await dependencies.sessions.find(id))?.events ?? []
    const proposed = events.find((event) => event.kind === 'evidence-proposed')
    return { report, proposed, client, id }
  }

  test('asks in a way that strict services take, and reads again out of their cache', async () => {
    const { report, proposed } = await play({})
    expect(report.grader).toMatchObject({ finder: 'model', version: '1 (stand-in-1, built-in 2)' })
    expect(report.grader.degraded).toBeUndefined()
    expect(proposed?.questions.every(({ passes }) => passes.length === 3)).toBe(true)
    expect(proposed?.usage.cachedTokens).toBeGreaterThan((proposed?.usage.inputTokens ?? 0) / 2)
    const key = service.requests[0]?.headers.authorization?.replace('Bearer ', '') ?? ''
    expect(key).toBe(service.apiKey)
    expect(JSON.stringify(service.requests.map(({ body }) => body))).not.toContain(key)
  })

  test.each<[string, Partial<Switches>, number | undefined, RegExp]>([
    ['hangs', { hangs: true }, 300, /did not answer in time/],
    ['drips', { drips: true }, 300, /did not answer in time/],
    ['is overloaded', { status: 429 }, undefined, /no room for more requests/],
    ['is broken', { status: 500 }, undefined, /could not be reached/],
    ['answers in another shape', { otherShape: true }, undefined, /could not be read/],
    ['never stops', { overlong: true }, undefined, /could not be read/],
    ['declines', { declines: true }, undefined, /refused to answer/],
    ['calls a tool', { callsTool: true }, undefined, /could not be read/],
  ])(
    'is graded by the built-in finder when the service %s, and says so',
    async (_, switches, deadlineMs, words) => {
      const { report, proposed, client, id } = await play(switches, deadlineMs)
      expect(report.grader).toMatchObject({ finder: 'built-in', degraded: expect.stringMatching(words) })
      expect(proposed?.questions).toEqual([])
      const markdown = await (await client.send('GET', `/api/reports/${id}.md`)).text()
      expect(markdown).toMatch(words)
    },
  )

  test('says so in print, too', async () => {
    const { client, id } = await play({ status: 503 })
    const pdf = await (await client.send('GET', `/api/reports/${id}.pdf`)).arrayBuffer()
    expect((await readPdf(new Uint8Array(pdf))).text.replace(/\s+/g, ' ')).toContain('could not be reached')
  })
})
