import { describe, expect, test } from 'vitest'
import { createApiClient } from './api-client.ts'
import type { TurnUpdate } from './api-client.ts'
import { viewFixture } from './view-fixture.ts'

type Answer = () => Response | Promise<Response>

const done = `event: done\ndata: ${JSON.stringify({
  seq: 9,
  turnId: 't1',
  questionId: null,
  section: 'B',
  clockMs: 5,
  silenceAfterMs: null,
  ended: false,
})}\n\n`
const say = 'event: say\ndata: {"text":"Go on."}\n\n'

const json =
  (body: unknown, status = 200): Answer =>
  () =>
    Response.json(body, { status })
const sse =
  (text: string): Answer =>
  () =>
    new Response(text)
const fault = (code: string, status: number) =>
  json({ error: { code, message: 'No.', hint: 'Wait.' } }, status)
const cut: Answer = () => Promise.reject(new TypeError('network'))

function setUp(...answers: Answer[]) {
  const calls: { url: string; init: RequestInit | undefined }[] = []
  const waits: number[] = []
  const network: (number | null)[] = []
  const client = createApiClient({
    sessionId: 'a/b',
    fetch: async (url, init) => {
      calls.push({ url: String(url), init })
      const answer = answers.shift()
      if (!answer) throw new Error('one call too many')
      return answer()
    },
    wait: async (ms) => void waits.push(ms),
    now: () => 0,
    onNetwork: (latencyMs) => network.push(latencyMs),
  })
  const bodies = () => calls.map(({ init }) => init?.body)
  return { client, calls, waits, network, bodies }
}

async function updatesOf(updates: AsyncGenerator<TurnUpdate>): Promise<string[]> {
  const all = await Array.fromAsync(updates)
  return all.map((update) =>
    update.kind === 'frame' ? update.frame.event : update.kind === 'fault' ? update.fault.code : update.kind,
  )
}

describe('createApiClient', () => {
  test('reads the session after an event', async () => {
    const { client, calls } = setUp(json(viewFixture()))
    expect(await client.getSession(7)).toEqual({ ok: true, value: viewFixture() })
    expect(calls[0]?.url).toBe('/api/sessions/a%2Fb?from=7')
  })

  test('gives a refusal as a value, in the server’s words', async () => {
    const { client, waits } = setUp(fault('not-found', 404))
    const refusal = { ok: false, fault: { code: 'not-found', message: 'No.', hint: 'Wait.' } }
    expect(await client.getSession(0)).toEqual(refusal)
    expect(waits).toEqual([])
  })

  test('tells an answer that is none of the server’s by its status', async () => {
    const { client } = setUp(() => new Response('<h1>Bad gateway</h1>', { status: 413 }))
    expect(await client.finish()).toMatchObject({ ok: false, fault: { code: 'status-413' } })
  })

  test('does not accept an answer that does not fit its schema', async () => {
    const { client } = setUp(json({ id: 'abc' }))
    expect(await client.getSession(0)).toMatchObject({ ok: false, fault: { code: 'unreadable' } })
  })

  test('tries again when the network fails, waiting longer each time, and says so', async () => {
    const { client, waits, network } = setUp(cut, cut, cut, json(viewFixture()))
    expect(await client.getSession(0)).toMatchObject({ ok: true })
    expect(waits).toEqual([400, 800, 1600])
    expect(network).toEqual([null, null, null, 0])
  })

  test('tries again when the answer breaks off', async () => {
    const broken: Answer = () =>
      new Response(new ReadableStream({ start: (controller) => controller.error(new Error('cut')) }))
    const { client, calls } = setUp(broken, json(viewFixture()))
    expect(await client.getSession(0)).toMatchObject({ ok: true })
    expect(calls).toHaveLength(2)
  })

  test('gives up on a server in trouble after five attempts', async () => {
    const { client, calls } = setUp(...Array.from({ length: 5 }, () => fault('storage-failed', 503)))
    expect(await client.sendEvent({ kind: 'mark' })).toMatchObject({ fault: { code: 'storage-failed' } })
    expect(calls).toHaveLength(5)
  })

  test('streams the frames of a turn', async () => {
    const { client, bodies } = setUp(sse(say + done))
    expect(await updatesOf(client.sendTurn({ turnId: 't1', text: 'Line 4' }))).toEqual(['say', 'done'])
    expect(bodies()).toEqual([JSON.stringify({ turnId: 't1', text: 'Line 4' })])
  })

  test('sends a turn again under the same id when its answer got lost, half of it included', async () => {
    const { client, bodies } = setUp(cut, sse(say), sse(say + done))
    const turn = { turnId: 't1', text: 'Line 4' }
    expect(await updatesOf(client.sendTurn(turn))).toEqual(['retrying', 'say', 'retrying', 'say', 'done'])
    expect(new Set(bodies())).toEqual(new Set([JSON.stringify(turn)]))
  })

  test('tries a turn again while another tab is answering', async () => {
    const { client } = setUp(fault('busy', 409), sse(done))
    expect(await updatesOf(client.sendTurn({ turnId: 't1', text: 'x' }))).toEqual(['retrying', 'done'])
  })

  test('ends a turn that was refused in its fault', async () => {
    const { client, calls } = setUp(fault('turn-conflict', 409))
    expect(await updatesOf(client.sendTurn({ turnId: 't1', text: 'x' }))).toEqual(['turn-conflict'])
    expect(calls).toHaveLength(1)
  })

  test('an error within the stream is tried again, then told', async () => {
    const error = 'event: error\ndata: {"code":"internal","message":"No.","hint":"Wait."}\n\n'
    const { client } = setUp(...Array.from({ length: 5 }, () => sse(error)))
    const updates = await updatesOf(client.sendTurn({ turnId: 't1', text: 'x' }))
    expect(updates).toEqual([...Array.from({ length: 4 }, () => 'retrying'), 'internal'])
  })

  test('says that the candidate left in a request that outlives the page', () => {
    const { client, calls } = setUp(json({}))
    client.leave()
    expect(calls[0]).toMatchObject({ url: '/api/sessions/a%2Fb/events', init: { keepalive: true } })
  })

  test('leaving is silent when the network is gone', async () => {
    const { client, network } = setUp(cut)
    client.leave()
    await Promise.resolve()
    expect(network).toEqual([])
  })
})
