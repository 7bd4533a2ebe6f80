import { expect, test } from 'vitest'
import { codeOf } from './test-app.ts'
import { openedInterview, said } from './test-call.ts'

const ANSWER = 'I was the tech lead for a payment service with two million requests a day.'

async function answered() {
  const interview = await openedInterview()
  interview.passTime(20_000)
  await interview.call.ask([...interview.history, said(ANSWER)])
  const entry = async (speaker = 'candidate') => {
    return (await interview.session()).state.transcript.findLast((each) => each.speaker === speaker)
  }
  const turnId = (await entry())?.turnId ?? ''
  const time = (startedAt: number, endedAt: number, id = turnId) => {
    const event = { kind: 'turn-timed', turnId: id, startedAt, endedAt }
    return interview.client.send('POST', `/api/sessions/${interview.id}/events`, event)
  }
  return { ...interview, entry, time, turnId }
}

test('a turn of a call was said when the page heard it, and is still the last one that can get other words', async () => {
  const { call, entry, time, history } = await answered()
  expect(await entry()).toMatchObject({ startMs: 0, endMs: 20_000 })
  expect((await time(12_000, 18_000)).status).toBe(200)
  expect(await entry()).toMatchObject({ text: ANSWER, startMs: 12_000, endMs: 18_000 })
  await call.ask([...history, said(ANSWER), said('It was in Go.')])
  expect(await entry()).toMatchObject({ text: `${ANSWER} It was in Go.`, startMs: 12_000, endMs: 20_000 })
})

test.each([
  { what: 'before the interview and after it was taken', told: [-5_000, 90_000], kept: [0, 20_000] },
  { what: 'backwards', told: [15_000, 3_000], kept: [15_000, 15_000] },
])('times $what are kept within what the log allows', async ({ told: [from = 0, to = 0], kept }) => {
  const { entry, time } = await answered()
  await time(from, to)
  expect(await entry()).toMatchObject({ startMs: kept[0], endMs: kept[1] })
})

test('the same times again add nothing to the log', async () => {
  const { time, session } = await answered()
  await time(12_000, 18_000)
  const { length } = (await session()).events
  await time(12_000, 18_000)
  expect((await session()).events).toHaveLength(length)
})

test('a turn that nobody spoke cannot be timed', async () => {
  const { time } = await answered()
  const refused = await time(1, 2, 'no-such-turn')
  expect([refused.status, await codeOf(refused)]).toEqual([422, 'invalid'])
})
