import { describe, expect, test } from 'vitest'
import { openTestCall } from './open-test-call.ts'
import type { Answering, ModelRequest } from './start-model.ts'

/** Calls a tool in a turn, and answers its result with `after`. */
const callsTool =
  (name: string, parameters: unknown, after: (answering: Answering) => void = saySo) =>
  ({ last }: ModelRequest, answering: Answering) => {
    if (last.role === 'tool') return after(answering)
    answering.say('Have a look. ')
    answering.call(name, parameters)
    answering.end()
  }
const saySo = (answering: Answering) => {
  answering.say('There it is. ')
  answering.end()
}

describe('a client tool', () => {
  test('whose result counts is waited for, and its result goes to the model', async () => {
    const { call, client, model } = await openTestCall({
      answer: callsTool('show_snippet', { snippet_id: 's3' }),
    })
    void call.hears('Yes.')
    const { client_tool_call } = await client.next('client_tool_call')
    expect(client_tool_call).toEqual({
      tool_name: 'show_snippet',
      tool_call_id: 'call_show_snippet_1',
      parameters: { snippet_id: 's3' },
      event_id: 2,
    })
    expect(model.requests).toHaveLength(1)
    const result = { tool_call_id: 'call_show_snippet_1', result: 'shown', is_error: false }
    client.send({ type: 'client_tool_result', ...result })
    await client.next('agent_response_complete')
    expect(model.requests[1]?.body.messages.slice(2)).toEqual([
      {
        role: 'assistant',
        content: 'Have a look. ',
        tool_calls: [
          {
            id: 'call_show_snippet_1',
            type: 'function',
            function: { name: 'show_snippet', arguments: '{"snippet_id":"s3"}' },
          },
        ],
      },
      { role: 'tool', tool_call_id: 'call_show_snippet_1', content: 'shown' },
    ])
    const types = client.messages.map(({ type }) => type)
    expect(types.filter((type) => /tool/.test(type))).toEqual([
      'agent_tool_request',
      'client_tool_call',
      'agent_tool_response',
    ])
    expect(call.exchanges.map(({ reason }) => reason)).toEqual(['turn', 'tool'])
    expect(call.record[1]).toMatchObject({
      message: 'Have a look. There it is. ',
      tool_calls: [{ tool_name: 'show_snippet', params_as_json: '{"snippet_id":"s3"}' }],
      tool_results: [{ result_value: 'shown', is_error: false }],
    })
  })

  test('whose result does not count is not waited for; a late result is ignored', async () => {
    const answer = callsTool('highlight_lines', { from: 4, to: 6 })
    const { call, client, model } = await openTestCall({ answer })
    await call.hears('Yes.')
    expect(model.requests[1]?.last.content).toBe('Tool called successfully')
    client.send({
      type: 'client_tool_result',
      tool_call_id: 'call_highlight_lines_1',
      result: 'done',
      is_error: false,
    })
    await client.next('ping')
    expect(call.exchanges.map(({ outcome }) => outcome)).toEqual(['answered', 'answered'])
  })

  test('that never answers fails after its time', async () => {
    const { call, model } = await openTestCall({ answer: callsTool('show_snippet', { snippet_id: 's3' }) })
    await call.hears('Yes.')
    expect(model.requests[1]?.last.content).toBe('Client tool timed out')
  })

  test.each([
    { what: 'is not the agent’s', name: 'open_door', events: null },
    { what: 'has no event enabled', name: 'show_snippet', events: ['audio'] },
  ])('that $what is told to the model', async ({ name, events }) => {
    const { call, client, model } = await openTestCall({
      answer: callsTool(name, {}),
      change: (agent) => {
        if (events) agent.conversation_config.conversation.client_events = events
        return agent
      },
    })
    await call.hears('Yes.')
    expect(model.requests[1]?.last.content).toContain(name)
    expect(client.messages.some(({ type }) => type === 'client_tool_call')).toBe(false)
  })

  test('may be answered without a word, unless refusesEmptyToolAnswer', async () => {
    const answer = callsTool('set_section', { section: 'B' }, (answering) => answering.end())
    const { call } = await openTestCall({ answer })
    await call.hears('Yes.')
    expect(call.exchanges.map(({ outcome }) => outcome)).toEqual(['answered', 'answered'])
    const strict = await openTestCall({ answer, switches: { refusesEmptyToolAnswer: true } })
    await strict.call.hears('Yes.')
    expect(strict.call.exchanges.map(({ outcome }) => outcome)).toEqual([
      'answered',
      ...Array.from({ length: 3 }, () => 'failed: empty'),
    ])
    expect((await strict.client.closed).code).toBe(1011)
  })

  test('that calls itself again and again comes to an end', async () => {
    const { call } = await openTestCall({
      answer: (_request, answering) => {
        answering.call('set_section', { section: 'B' })
        answering.end()
      },
    })
    await call.hears('Yes.')
    expect(call.exchanges).toHaveLength(5)
  })
})

describe('the end of a call', () => {
  const goodbye = ({ last }: ModelRequest, answering: Answering) => {
    if (last.role !== 'tool') answering.say('Goodbye. ')
    answering.call('end_call', { reason: 'over' })
    answering.end()
  }

  test('is announced when the last line was heard, and the service hangs up if the client does not', async () => {
    const { call, client } = await openTestCall({
      answer: goodbye,
      voice: (_text, rate) => new Int16Array(rate),
    })
    const turn = call.hears('No.')
    await client.next('audio')
    expect(client.messages.some(({ type }) => type === 'agent_tool_response')).toBe(false)
    await turn
    expect(await client.next('agent_tool_response')).toMatchObject({
      agent_tool_response: { tool_name: 'end_call', tool_type: 'system', is_error: false },
    })
    expect(await client.closed).toEqual({ code: 1000, reason: 'Agent ended the call' })
    expect(await call.ended).toEqual({ by: 'server', code: 1000 })
  })

  test('endsCallAtOnce announces it while the last line is still to be heard', async () => {
    const { call, client } = await openTestCall({
      answer: goodbye,
      switches: { endsCallAtOnce: true },
      voice: (_text, rate) => new Int16Array(rate * 10),
    })
    void call.hears('No.')
    await client.next('agent_tool_response')
    expect(call.isSpeaking()).toBe(true)
    client.close()
    expect(await call.ended).toEqual({ by: 'client', code: 1000 })
  })

  test('says the farewell that the model hands over', async () => {
    const { call, client } = await openTestCall({
      answer: (_request, answering) => {
        answering.call('end_call', { reason: 'over', system__message_to_speak: 'So long.' })
        answering.end()
      },
    })
    void call.hears('No.')
    await client.next('audio')
  })
})
