import { describe, expect, test } from 'vitest'
import { openTestCall } from './open-test-call.ts'
import type { Answering, ModelRequest } from './start-model.ts'

const outcomes = (call: { exchanges: { reason: string; attempt: number; outcome: string }[] }) =>
  call.exchanges.map(({ reason, attempt, outcome }) => `${reason} ${attempt}: ${outcome}`)

/** Answers the nth request with the nth of these, and every later one with the last. */
const inTurn = (...answers: ((answering: Answering, request: ModelRequest) => void)[]) => {
  let asked = 0
  return (request: ModelRequest, answering: Answering) =>
    answers[Math.min((asked += 1), answers.length) - 1]?.(answering, request)
}
const fine = (answering: Answering) => {
  answering.say('Fine. ')
  answering.end()
}

describe('a model that fails', () => {
  test.each([
    { what: 'an error', fail: (answering: Answering) => answering.refuse(500), said: 'status 500' },
    { what: 'an empty answer', fail: (answering: Answering) => answering.end(), said: 'empty' },
    {
      what: 'a broken chunk',
      fail: (answering: Answering) => answering.raw('data: {\n\n'),
      said: 'not a chunk',
    },
    { what: 'a broken line', fail: (answering: Answering) => answering.breakOff(), said: 'fetch failed' },
    { what: 'silence', fail: () => undefined, said: 'no word in time' },
    {
      what: 'a first chunk without a word',
      fail: (answering: Answering) => answering.say(''),
      said: 'no word in time',
    },
    {
      what: 'a stream of comments',
      fail: (answering: Answering) => answering.raw(': keepalive\n\n'),
      said: 'no word in time',
    },
  ])('with $what is asked again', async ({ fail, said }) => {
    const { call, client } = await openTestCall({ answer: inTurn(fail, fine) })
    await call.hears('Yes.')
    expect(outcomes(call)).toEqual([expect.stringContaining(`turn 1: failed: ${said}`), 'turn 2: answered'])
    expect(client.messages.some(({ type }) => type === 'error')).toBe(false)
  })

  test('three times ends the call', async () => {
    const { call, client } = await openTestCall({ answer: inTurn((answering) => answering.refuse(429)) })
    await call.hears('Yes.')
    expect(outcomes(call)).toHaveLength(3)
    expect(await client.next('error')).toMatchObject({ error_event: { error_type: 'custom_llm_error' } })
    expect((await client.closed).code).toBe(1011)
  })

  test('after its first words is not asked again: what came is said', async () => {
    const { call, client } = await openTestCall({
      answer: inTurn((answering) => {
        answering.say('To recap, ')
        answering.raw('data: {\n\n')
      }),
    })
    await call.hears('Yes.')
    expect(outcomes(call)).toEqual(['turn 1: answered'])
    expect(await client.next('agent_response')).toMatchObject({
      agent_response_event: { agent_response: 'To recap, ' },
    })
  })
})
