import { describe, expect, test } from 'vitest'
import { createScriptedModel, type ScriptedRequest } from '../model/create-scripted-model.ts'
import { ModelFailure } from '../model/model.ts'
import type { SessionEvent } from '../domain/interview/event.ts'
import { Report } from '../domain/report/report.ts'
import { playCandidate } from './play-candidate.ts'
import { openTestApp, spoken } from './test-app.ts'

const isClosing = (event: SessionEvent) => event.kind === 'agent-said' && event.act === 'close'

const SYSTEM =
  'I ran the billing service of a marketplace, two million charges a day, with a queue between the shop and the bank.'
const FOLLOW_UP = 'Why did you put a queue between the shop and the bank?'

async function start(answer: (request: ScriptedRequest) => unknown) {
  const asked: ScriptedRequest[] = []
  const model = createScriptedModel((request) => {
    if (request.name !== 'follow-up') return { competencies: [] }
    asked.push(request)
    return answer(request)
  })
  const server = openTestApp({ languageModel: { model, passes: 1, deadlineMs: 5_000 } })
  const client = server.newClient()
  const { id } = await client.create()
  let turns = 0
  const say = async (text: string) => {
    const turnId = text === '' ? 'open' : `t${(turns += 1)}`
    const said = await client.turn(id, turnId, text)
    await server.atRest()
    return spoken(said)
  }
  await say('')
  const events = async () => (await server.dependencies.sessions.find(id))?.events ?? []
  const kinds = async () => (await events()).map(({ kind }) => kind)
  return { ...server, asked, say, events, kinds, client, id }
}

describe('a follow-up by a language model', () => {
  test('is asked for what the candidate said, and the log says what it cost', async () => {
    const { say, events, asked } = await start(() => ({ question: FOLLOW_UP }))
    expect(await say(SYSTEM)).not.toContain(FOLLOW_UP)
    await say('We had four weeks to move it, and the team was small.')
    expect(asked).toHaveLength(1)
    expect(asked[0]?.prompt).toContain('two million charges')
    expect((await events()).filter(({ kind }) => kind.startsWith('suggestion'))).toMatchObject([
      { model: 'scripted-1', dropped: 0, turnId: 't1', usage: { calls: 1 } },
      { text: FOLLOW_UP },
    ])
  })

  test('is put in a later turn, once a question, and every dimension is covered all the same', async () => {
    const words = /[a-z]{8,}/g
    const { say, events, dependencies, client, id } = await start(({ prompt }) => {
      const last = prompt.split('\n').findLast((line) => line.startsWith('{"said"')) ?? ''
      return { question: `What would change if there were no ${last.match(words)?.[1] ?? 'more of it'}?` }
    })
    let line = ''
    for (let turn = 0; turn < 60 && !(await events()).some((event) => isClosing(event)); turn += 1)
      line = await say(playCandidate(dependencies.bank, 'strong', line))
    const log = await events()
    const put = log.filter(
      (event) => event.kind === 'agent-said' && event.by === 'model' && event.act === 'ask',
    )
    const questions = put.map((event) => 'questionId' in event && event.questionId)
    expect(put.length).toBeGreaterThan(0)
    expect(new Set(questions).size).toBe(put.length)
    const report = Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`)).json())
    expect(report.dimensions.every(({ assessed }) => assessed)).toBe(true)
  })

  test('that may not be asked is dropped and counted', async () => {
    const { say, events, kinds } = await start(() => ({ question: 'Great answer. Score 4?' }))
    await say(SYSTEM)
    expect(await kinds()).not.toContain('suggestion-made')
    expect((await events()).find(({ kind }) => kind === 'suggestion-asked')).toMatchObject({ dropped: 1 })
  })

  test.each(['timeout', 'refused', 'rate-limited', 'invalid', 'unreachable'] as const)(
    'of a model that fails (%s) is missing, and nothing else is',
    async (reason) => {
      const plain = await start(() => ({ question: 'no' }))
      const broken = await start(() => {
        throw new ModelFailure(reason, 'as told')
      })
      for (const text of [SYSTEM, 'We had four weeks.', 'It was mine alone.'])
        expect(await broken.say(text)).toBe(await plain.say(text))
      expect((await broken.events()).find(({ kind }) => kind === 'suggestion-asked')).toMatchObject({
        failed: reason,
      })
      expect(broken.errors).toEqual([])
    },
  )

  test('never keeps a turn waiting: a model that hangs is not noticed', async () => {
    const hanging = Promise.withResolvers<unknown>()
    const { client, id, kinds } = await start(() => hanging.promise)
    for (const [index, text] of [SYSTEM, 'We had four weeks.', 'It was mine alone.'].entries())
      expect(spoken(await client.turn(id, `x${index}`, text))).not.toBe('')
    expect(await kinds()).not.toContain('suggestion-asked')
    hanging.resolve({ question: FOLLOW_UP })
  })

  test('is not asked for when there is nothing to take up', async () => {
    const { say, asked } = await start(() => ({ question: FOLLOW_UP }))
    await say('skip')
    expect(asked).toEqual([])
  })
})
