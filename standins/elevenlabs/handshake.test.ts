import { describe, expect, test } from 'vitest'
import { dial, signedUrl } from './dial.ts'
import { openTestCall, startTestService } from './open-test-call.ts'
import type { Switches } from './switches.ts'

const key = { 'xi-api-key': 'xi_local' }

describe('the HTTP interface', () => {
  test('wants the key, and answers errors in the envelope of the service', async () => {
    const { service } = await startTestService()
    const get = (path: string, headers: Record<string, string>) => fetch(service.url + path, { headers })
    const signing = '/v1/convai/conversation/get-signed-url?agent_id=agent_1'
    for (const headers of [{}, { 'xi-api-key': 'other' }] as Record<string, string>[]) {
      const refused = await get(signing, headers)
      expect(refused.status).toBe(401)
      expect(await refused.json()).toMatchObject({ detail: { status: 'invalid_api_key' } })
    }
    for (const path of [signing.replace('agent_1', 'agent_2'), '/v1/convai/conversations/conv_0']) {
      const absent = await get(path, key)
      expect(absent.status).toBe(404)
      expect(await absent.json()).toMatchObject({ detail: { status: 'document_not_found' } })
    }
    const granted = await get(signing, key)
    expect(await granted.json()).toEqual({
      signed_url: expect.stringMatching(
        /^ws:\/\/127\.0\.0\.1:\d+\/v1\/convai\/conversation\?agent_id=agent_1&con/,
      ),
    })
  })

  test('creates, shows and changes agents, and names the field that is wrong', async () => {
    const { service } = await startTestService()
    const send = async (method: string, path: string, body: unknown) => {
      const init = { method, headers: key, body: JSON.stringify(body) }
      const response = await fetch(`${service.url}/v1/convai/agents/${path}`, init)
      return { status: response.status, json: await response.json() }
    }
    const shown = await fetch(`${service.url}/v1/convai/agents/agent_1`, { headers: key })
    const { conversation_config } = await shown.json()
    const created = await send('POST', 'create', { name: 'Other', conversation_config })
    expect(created).toMatchObject({ status: 200, json: { agent_id: expect.stringMatching(/^agent_/) } })
    const changed = await send('PATCH', created.json.agent_id, {
      conversation_config: { turn: { turn_timeout: 20 } },
    })
    expect(changed.json.conversation_config.turn).toMatchObject({
      turn_timeout: 20,
      interruption_ignore_terms: ['mm-hmm', 'right'],
    })
    const wrong = await send('PATCH', created.json.agent_id, {
      conversation_config: { turn: { turn_timeout: 90 } },
    })
    expect(wrong).toMatchObject({
      status: 422,
      json: { detail: [{ loc: expect.arrayContaining(['turn_timeout']) }] },
    })
  })
})

describe('a conversation', () => {
  test('starts with the metadata, whatever the client sends first', async () => {
    const { service } = await startTestService()
    const client = await dial(await signedUrl(service))
    expect(await client.next('conversation_initiation_metadata')).toEqual({
      type: 'conversation_initiation_metadata',
      conversation_initiation_metadata_event: {
        conversation_id: (await service.nextCall()).id,
        agent_output_audio_format: 'pcm_16000',
        user_input_audio_format: 'pcm_16000',
      },
    })
    expect(client.messages[0]?.type).toBe('conversation_initiation_metadata')
  })

  test('is refused without a good signature, for an agent that wants one', async () => {
    let now = 1_000
    const { service } = await startTestService({ now: () => now })
    const address = await signedUrl(service)
    const client = await dial(address)
    await client.next('conversation_initiation_metadata')
    expect((await (await dial(address)).closed).code).toBe(3000)
    const late = await signedUrl(service)
    now += 15 * 60_000
    expect((await (await dial(late)).closed).code).toBe(3000)
    const bare = `${address.split('?')[0]}?agent_id=agent_1`
    expect((await (await dial(bare)).closed).code).toBe(3000)
  })

  test('needs no signature where auth is off', async () => {
    const { service } = await startTestService({
      change: (agent) => ({ ...agent, platform_settings: { auth: { enable_auth: false } } }),
    })
    const client = await dial(`${service.url.replace('http', 'ws')}/v1/convai/conversation?agent_id=agent_1`)
    await client.next('conversation_initiation_metadata')
  })

  test('ends at an override that the agent does not allow', async () => {
    const { service } = await startTestService()
    const start = async (tts: object) =>
      dial(await signedUrl(service), { conversation_config_override: { tts } })
    await (await start({ speed: 0.8 })).next('conversation_initiation_metadata')
    const refused = await start({ voice_id: 'other' })
    expect(await refused.next('error')).toMatchObject({ error_event: { error_type: 'override_error' } })
    expect((await refused.closed).code).toBe(1008)
  })

  test('ends when a variable is missing that the agent needs', async () => {
    const { service } = await startTestService({
      change: (agent) => {
        agent.conversation_config.agent.first_message = 'Hello {{candidate_name}}'
        return agent
      },
    })
    const refused = await dial(await signedUrl(service))
    expect(await refused.next('error')).toMatchObject({
      error_event: {
        error_type: 'missing_dynamic_variable',
        message: expect.stringContaining('candidate_name'),
      },
    })
    const dynamic_variables = { candidate_name: 'Ada' }
    const granted = await dial(await signedUrl(service), { dynamic_variables })
    await granted.next('conversation_initiation_metadata')
  })

  test.each([{ type: 'keepalive' }, { type: 'user_activity', at: 1 }, { user_audio_chunk: 'no base64!' }, 7])(
    'ends with 1008 at %j',
    async (message) => {
      const { client } = await openTestCall()
      client.send(message)
      expect(await client.closed).toEqual({ code: 1008, reason: 'Invalid message received' })
    },
  )

  test('is pinged for as long as it answers, and then ends', async () => {
    const { service } = await startTestService({ secondMs: 20 })
    const deaf = await dial(await signedUrl(service), {}, { answersPings: false })
    const well = await dial(await signedUrl(service))
    expect((await deaf.closed).code).toBe(1011)
    expect(deaf.messages.filter(({ type }) => type === 'ping')).toHaveLength(5)
    for (let pings = 0; pings < 8; pings += 1) await well.next('ping')
  })

  test('ends after its longest time, and says so', async () => {
    const { client } = await openTestCall({
      secondMs: 1,
      change: (agent) => {
        agent.conversation_config.conversation.max_duration_seconds = 60
        agent.conversation_config.conversation.client_events = ['audio']
        return agent
      },
    })
    expect(await client.next('error')).toMatchObject({ error_event: { error_type: 'max_duration_exceeded' } })
    expect((await client.closed).code).toBe(1000)
  })

  test('sends only what the agent enables: by default sound and interruptions', async () => {
    const { client, call } = await openTestCall({
      change: ({ conversation_config, ...agent }) => ({
        ...agent,
        conversation_config: { ...conversation_config, conversation: {} },
      }),
    })
    void call.hears('It retries.')
    await client.next('audio')
    const types = new Set(client.messages.map(({ type }) => type))
    expect([...types]).toEqual(['conversation_initiation_metadata', 'audio'])
  })
})

describe('a switch', () => {
  const start = async (on: Partial<Switches>) => {
    const { service } = await startTestService({ switches: on })
    return dial(await signedUrl(service))
  }

  test.each([
    { on: { noSubprotocol: true }, code: 1006 },
    { on: { closedFirst: true }, code: 1008 },
    { on: { droppedFirst: true }, code: 1006 },
    { on: { checksOrigin: true }, code: 3000 },
  ])('$on ends the call before it starts, with $code', async ({ on, code }) => {
    const client = await start(on)
    expect((await client.closed).code).toBe(code)
    expect(client.messages).toEqual([])
  })

  test.each([
    { on: { pingFirst: true }, first: 'ping' },
    { on: { queueStatusFirst: true }, first: 'queue_status' },
  ])('$on sends $first before the metadata', async ({ on, first }) => {
    const client = await start(on)
    await client.next('conversation_initiation_metadata')
    expect(client.messages[0]?.type).toBe(first)
  })

  test('badFormat names a format that nobody can play', async () => {
    const client = await start({ badFormat: true })
    expect(await client.next('conversation_initiation_metadata')).toMatchObject({
      conversation_initiation_metadata_event: { agent_output_audio_format: 'opus_48000' },
    })
  })
})
