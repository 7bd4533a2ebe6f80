import { expect, test } from 'vitest'
import type { NewEvent } from '../domain/interview/event.ts'
import { createScriptedModel, type ScriptedRequest } from '../model/create-scripted-model.ts'
import { ModelFailure } from '../model/model.ts'
import { openTestApp, POSTING } from './test-app.ts'

type Read = Extract<NewEvent, { kind: 'posting-read' }>

async function create(answer: (request: ScriptedRequest) => unknown, jd = POSTING) {
  const asked: ScriptedRequest[] = []
  const model = createScriptedModel((request) => {
    asked.push(request)
    return answer(request)
  })
  const server = openTestApp({ languageModel: { model, passes: 3, deadlineMs: 5_000 } })
  const { id, plan } = await server.newClient().create({ jd })
  const session = await server.dependencies.sessions.find(id)
  if (!session) throw new Error('the session was not kept')
  const read = session.events.filter((event): event is Read & typeof event => event.kind === 'posting-read')
  return { asked, plan, profile: session.state.profile, read }
}

const nothing = () => ({ competencies: [] })

test('a language model adds a competency that is grounded in the words of the posting', async () => {
  const quote = 'reconcile the difference at the end of the day'
  const plain = await create(nothing)
  const id = 'data-quality'
  expect(plain.profile?.competencies.map((known) => known.id)).not.toContain(id)
  const { asked, profile, read, plan } = await create(() => ({ competencies: [{ competency: id, quote }] }))
  expect(profile?.competencies.find((known) => known.id === id)?.ground).toContain('reconcile')
  expect(read).toMatchObject([{ model: 'scripted-1', added: [id], dropped: 0, usage: { calls: 1 } }])
  expect(plan.competencies.map((known) => known.id)).toContain(id)
  expect(asked[0]?.prompt).toContain(quote)
})

test('what it cannot ground is dropped and counted', async () => {
  const invented = [
    { competency: 'data-quality', quote: 'kernel drivers in assembler' },
    { competency: 'telepathy', quote: 'Webhooks, idempotency, queues' },
  ]
  const plain = await create(nothing)
  const { profile, read } = await create(() => ({ competencies: invented }))
  expect(profile).toEqual(plain.profile)
  expect(read).toMatchObject([{ added: [], dropped: 2 }])
})

test('one that fails changes nothing, and the log says that none read it', async () => {
  const plain = await create(nothing)
  const { profile, read, plan } = await create(() => {
    throw new ModelFailure('timeout', 'as told')
  })
  expect(profile).toEqual(plain.profile)
  expect(plan.competencies).toEqual(plain.plan.competencies)
  expect(read).toMatchObject([{ added: [], failed: 'timeout', usage: { calls: 1 } }])
})

test('a posting that is not for us is shown to none', async () => {
  const chef = `Pastry chef for our kitchen in the old town. You bake croissants, cakes and bread from four in the
morning, order flour and butter, and train two apprentices. You have worked in a bakery for three years.`
  const { asked, read } = await create(nothing, chef)
  expect([asked, read]).toEqual([[], []])
})
