import { describe, expect, test, vi } from 'vitest'
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

describe('a turn', () => {
  test('is told as it is recognised, and then asked of the model as the service asks', async () => {
    const { call, client, model } = await openTestCall()
    await call.hears('It retries the payment twice.')
    await client.next('agent_response_complete')
    const told = client.messages.filter(({ type }) => type !== 'ping').map(({ type }) => type)
    expect(told.slice(1, 7)).toEqual([
      'vad_score',
      'tentative_user_transcript',
      'tentative_user_transcript',
      'vad_score',
      'user_transcript',
      'audio',
    ])
    expect(client.messages.find(({ type }) => type === 'user_transcript')).toEqual({
      type: 'user_transcript',
      user_transcription_event: { user_transcript: 'It retries the payment twice.', event_id: 1 },
    })
    expect(model.requests).toHaveLength(1)
    const [request] = model.requests
    expect(request?.path).toBe('/llm/chat/completions')
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer llm-key',
      'x-interview-pass': 'pass-1',
    })
    expect(request?.body).toEqual({
      model: 'interview-director',
      messages: [
        { role: 'system', content: `The director leads. CALL_ID=${call.id}` },
        { role: 'user', content: 'It retries the payment twice.' },
      ],
      max_tokens: -1,
      stream: true,
      tools: expect.any(Array),
    })
    const tools = request?.body['tools'] as { type: string; function: { name: string; parameters: object } }[]
    expect(tools.map((tool) => `${tool.type} ${tool.function.name}`)).toEqual([
      'function end_call',
      'function skip_turn',
      'function show_snippet',
      'function highlight_lines',
      'function set_section',
      'function hold',
    ])
    expect(tools[0]?.function.parameters).toMatchObject({
      properties: { reason: { type: 'string' }, system__message_to_speak: { type: 'string' } },
    })
    expect(tools[2]?.function.parameters).toMatchObject({ required: ['snippet_id'] })
  })

  test('sends the temperature when there is one, the user, and the extra body only where it is allowed', async () => {
    const { dial, signedUrl } = await import('./dial.ts')
    const { service, model } = await openTestCall({
      change: (agent) => {
        agent.conversation_config.agent.prompt.temperature = 0.3 as never
        Object.assign(agent.platform_settings.overrides, { custom_llm_extra_body: true })
        return agent
      },
    })
    await dial(await signedUrl(service), { user_id: 'ada', custom_llm_extra_body: { a: 1 } })
    await service.nextCall().then((call) => call.hears('Yes.'))
    expect(model.requests.at(-1)?.body).toMatchObject({
      temperature: 0.3,
      user_id: 'ada',
      elevenlabs_extra_body: { a: 1 },
    })
    const closed = await openTestCall()
    await dial(await signedUrl(closed.service), { custom_llm_extra_body: { a: 1 } })
    await closed.service.nextCall().then((call) => call.hears('Yes.'))
    expect(closed.model.requests.at(-1)?.body).not.toHaveProperty('elevenlabs_extra_body')
  })

  test('keeps the query of the address, which is a base', async () => {
    const { call, model } = await openTestCall({
      change: (agent) => {
        agent.conversation_config.agent.prompt.custom_llm.url += '/v1?region=eu'
        return agent
      },
    })
    await call.hears('Yes.')
    expect(model.requests[0]?.path).toBe('/llm/v1/chat/completions?region=eu')
  })

  test('is answered with words and with sound of a rising event, in chunks of 200 ms', async () => {
    const { call, client } = await openTestCall({ voice: (_text, rate) => new Int16Array(rate / 2).fill(7) })
    await call.hears('Yes.')
    const complete = await client.next('agent_response_complete')
    const sound = client.messages.filter(({ type }) => type === 'audio')
    const bytes = sound.map(({ audio_event }) => {
      const { audio_base_64, event_id } = audio_event as { audio_base_64: string; event_id: number }
      expect(event_id).toBe(2)
      return Buffer.from(audio_base_64, 'base64')
    })
    expect(bytes.map(({ length }) => length / 2)).toEqual([3_200, 3_200, 1_600])
    expect(bytes[0]?.readInt16LE(0)).toBe(7)
    expect(sound[0]).toMatchObject({
      audio_event: { alignment: { chars: [...'Fine. '].slice(0, 3), char_start_times_ms: [0, 83, 167] } },
    })
    expect(await client.next('agent_response')).toMatchObject({
      agent_response_event: { agent_response: 'Fine. ', event_id: 2 },
    })
    expect(complete).toMatchObject({ agent_response_complete_event: { event_id: 2 } })
  })

  test('is spoken from its first sentence, before the model has ended', async () => {
    const { promise, resolve: end } = Promise.withResolvers<void>()
    const { call, client } = await openTestCall({
      answer: (_request, answering) => {
        answering.say('To recap. And ')
        void promise.then(() => {
          answering.say('then?')
          answering.end()
        })
      },
    })
    const turn = call.hears('Yes.')
    await client.next('audio')
    expect(client.messages.some(({ type }) => type === 'agent_response')).toBe(false)
    end()
    await turn
    expect(await client.next('agent_response')).toMatchObject({
      agent_response_event: { agent_response: 'To recap. And then?' },
    })
  })

  test('that was typed counts like one that was spoken', async () => {
    const { client, model, call } = await openTestCall()
    client.send({ type: 'user_message', text: '[pickup]' })
    await client.next('agent_response_complete')
    expect(model.requests[0]?.last).toEqual({ role: 'user', content: '[pickup]' })
    expect(client.messages.some(({ type }) => type === 'user_transcript')).toBe(false)
    expect(call.record.map(({ role, source_medium }) => [role, source_medium])).toEqual([
      ['user', 'text'],
      ['agent', null],
    ])
  })

  test('follows a first message where the agent has one', async () => {
    const { call, client, model } = await openTestCall({
      change: (agent) => {
        agent.conversation_config.agent.first_message = 'Hello there.'
        return agent
      },
    })
    await client.next('agent_response_complete')
    await call.hears('Hi.')
    expect(model.requests[0]?.body.messages.slice(1)).toEqual([
      { role: 'assistant', content: 'Hello there.' },
      { role: 'user', content: 'Hi.' },
    ])
  })

  test('is recognised from sound that is loud enough', async () => {
    const { client, model } = await openTestCall({ transcribe: (samples) => `${samples.length / 16} ms` })
    const sound = (ms: number, loudness: number) =>
      client.send({
        user_audio_chunk: Buffer.from(
          Int16Array.from({ length: ms * 16 }, (_, at) => (at % 2 ? 1 : -1) * loudness).buffer,
        ).toString('base64'),
      })
    sound(200, 3_000)
    sound(700, 0)
    await client.next('agent_response')
    expect(model.requests[0]?.last.content).toBe('900 ms')
  })
})

describe('silence', () => {
  const change = {
    change: (agent: { conversation_config: { turn: { turn_timeout: number } } }) => {
      agent.conversation_config.turn.turn_timeout = 3
      return agent
    },
  }

  test('is answered by asking the model again, with the history as it is', async () => {
    const { call, model } = await openTestCall(change)
    await call.hears('Yes.')
    await vi.waitFor(() => expect(outcomes(call)).toContain('silence 1: answered'))
    expect(model.requests[1]?.body.messages.slice(1)).toEqual([
      { role: 'user', content: 'Yes.' },
      { role: 'assistant', content: 'Fine. ' },
    ])
  })

  test('is not counted while the candidate does something, nor after the model passed', async () => {
    const { call, client } = await openTestCall({
      ...change,
      answer: inTurn(fine, (answering) => {
        answering.call('skip_turn', { reason: 'reading' })
        answering.end()
      }),
    })
    await call.hears('Yes.')
    const activity = setInterval(() => client.send({ type: 'user_activity' }), 40)
    for (let pings = 0; pings < 4; pings += 1) await client.next('ping')
    clearInterval(activity)
    expect(outcomes(call)).toEqual(['turn 1: answered'])
    await call.hears('Let me read.')
    for (let pings = 0; pings < 4; pings += 1) await client.next('ping')
    expect(outcomes(call)).toEqual(['turn 1: answered', 'turn 1: answered'])
  })
})

describe('a switch', () => {
  test('repeatsRequests asks twice and speaks once', async () => {
    const { call, client } = await openTestCall({ switches: { repeatsRequests: true } })
    await call.hears('Yes.')
    await client.next('agent_response_complete')
    await vi.waitFor(() => expect(outcomes(call)).toContain('repeat 1: answered'))
    expect(client.messages.filter(({ type }) => type === 'agent_response')).toHaveLength(1)
  })

  test.each([{ switches: { speculates: true } }, { change: speculative }])(
    'speculates asks about half of a turn first, and breaks off: %j',
    async (setting) => {
      const { call, model } = await openTestCall({
        ...setting,
        answer: (request, answering) => {
          answering.say('Fine. ')
          if (request.last.content.endsWith('.')) answering.end()
        },
      })
      await call.hears('It retries the payment twice.')
      expect(outcomes(call)).toEqual(['speculation 1: aborted', 'turn 1: answered'])
      expect(model.requests.map(({ last }) => last.content)).toEqual([
        'It retries the',
        'It retries the payment twice.',
      ])
      expect(model.requests[1]?.body.messages).toHaveLength(2)
    },
  )

  test('callsBareUrl leaves the ending off', async () => {
    const { call, model } = await openTestCall({ switches: { callsBareUrl: true } })
    await call.hears('Yes.')
    expect(model.requests[0]?.path).toBe('/llm')
  })

  test('echoesUserMessages sends what was typed back as a transcript', async () => {
    const { client } = await openTestCall({ switches: { echoesUserMessages: true } })
    client.send({ type: 'user_message', text: 'Typed.' })
    expect(await client.next('user_transcript')).toMatchObject({
      user_transcription_event: { user_transcript: 'Typed.' },
    })
  })

  test.each([true, false])('contextReachesModel %s', async (contextReachesModel) => {
    const { call, client, model } = await openTestCall({ switches: { contextReachesModel } })
    client.send({ type: 'contextual_update', text: 'Lines 4-6 are selected.' })
    client.send({ type: 'user_message', text: 'This one.' })
    await client.next('agent_response')
    expect(call.received).toHaveLength(2)
    expect(model.requests[0]?.body.messages).toHaveLength(contextReachesModel ? 3 : 2)
  })

  test('noAlignment leaves the times of characters out', async () => {
    const { call, client } = await openTestCall({ switches: { noAlignment: true } })
    await call.hears('Yes.')
    expect((await client.next('audio'))['audio_event']).not.toHaveProperty('alignment')
  })
})

function speculative(agent: { conversation_config: { turn: object } }) {
  Object.assign(agent.conversation_config.turn, { speculative_turn: true })
  return agent
}
