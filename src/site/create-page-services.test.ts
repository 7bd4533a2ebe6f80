import { beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../api/test-app.ts'
import { createPageServices } from './create-page-services.ts'
import type { PageServices } from './page-services.ts'
import { UNTYPED, toStartRequest } from './read-start-form.ts'

const jd =
  'Senior backend engineer. You own queues and retries, PostgreSQL, and the on-call rotation for payments.'
let services: PageServices

beforeAll(() => {
  services = createPageServices(openTestApp().dependencies, false, null)
})

async function start(): Promise<{ id: string; cookie: string }> {
  const request = toStartRequest({ ...UNTYPED, jd })
  const outcome = request && (await services.startSession(request, null))
  if (!outcome?.ok || outcome.value.setCookie === null) throw new Error('not started')
  return { id: outcome.value.id, cookie: outcome.value.setCookie.split(';', 1)[0] ?? '' }
}

test('says whether a language model is set up', () => {
  const { dependencies } = openTestApp()
  const model = { name: 'any', answer: () => Promise.reject(new Error('nobody is to ask it')) }
  const languageModel = { model, passes: 1, deadlineMs: 1_000 }
  expect(createPageServices(dependencies, false, null).readsWithModel).toBe(false)
  expect(createPageServices({ ...dependencies, languageModel }, false, null).readsWithModel).toBe(true)
})

test('starts a session, sets the cookie once, and shows the plan to its owner alone', async () => {
  const { id, cookie } = await start()
  expect(await services.getSession(id, cookie)).toMatchObject({ id, state: { phase: 'ready' } })
  expect(await services.getSession(id, null)).toBeNull()
  const request = toStartRequest({ ...UNTYPED, jd })
  expect(request && (await services.startSession(request, cookie))).toMatchObject({
    ok: true,
    value: { setCookie: null },
  })
  expect(await services.listSessions(cookie)).toHaveLength(2)
  expect(await services.listSessions(null)).toEqual([])
})

test('says why a posting is refused', async () => {
  const request = toStartRequest({ ...UNTYPED, jd: '   ' })
  expect(request && (await services.startSession(request, null))).toMatchObject({
    ok: false,
    fault: { code: 'jd-empty' },
  })
})

test('corrects the plan of its owner, refuses what does not exist, and knows no plan of a stranger', async () => {
  const { id, cookie } = await start()
  expect(await services.correctPlan(id, { level: 'mid' }, cookie)).toMatchObject({ ok: true })
  expect((await services.getSession(id, cookie))?.plan.level).toBe('mid')
  expect(await services.correctPlan(id, { add: ['no-such-thing'] }, cookie)).toMatchObject({
    ok: false,
    fault: { code: 'invalid' },
  })
  expect(await services.correctPlan(id, { level: 'senior' }, null)).toBeNull()
})

test('has no report before the interview is finished', async () => {
  const { id, cookie } = await start()
  expect(await services.getReport(id, cookie)).toBe('not-ready')
  expect(await services.getReport(id, null)).toBeNull()
})
