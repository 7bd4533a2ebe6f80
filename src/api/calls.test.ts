import { createHmac } from 'node:crypto'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Report } from '../domain/report/report.ts'
import { calledSession } from './called-session-fixture.ts'
import { consent, keptOf, recorderOf } from './recorded-session-fixture.ts'
import { codeOf, openTestApp } from './test-app.ts'
import { reconcileCalls } from './usecases/reconcile-calls.ts'

const SECRET = 'wsec_local_test'
const MP3 = [0xff, 0xfb, 0x90, 0x00]

/** The little of ElevenLabs that is asked for conversations: answers what is kept here, and notes what was asked. */
const service = {
  conversations: new Map<string, object>(),
  audio: new Map<string, number[]>(),
  asked: new Array<string>(),
}
let server: Server
let app: ReturnType<typeof openTestApp>

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, id = '', part] = /^\/v1\/convai\/conversations\/([^/]+)(\/audio)?$/.exec(request.url ?? '') ?? []
    service.asked.push(`${request.method === 'DELETE' ? 'forget ' : ''}${id}${part ?? ''}`)
    const conversation = service.conversations.get(id)
    const audio = service.audio.get(id)
    if (request.method === 'DELETE') response.end('{}')
    else if (part && audio) response.end(Buffer.from(audio))
    else if (!part && conversation) response.end(JSON.stringify(conversation))
    else response.writeHead(404).end('{}')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const elevenLabs = { apiKey: 'key', baseUrl: `http://127.0.0.1:${port}` }
  app = openTestApp({ calls: { elevenLabs, elevenLabsWebhookSecret: SECRET } })
})
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(() => {
  service.conversations.clear()
  service.audio.clear()
  service.asked.length = 0
})

const start = (options?: { agreed?: boolean }) => calledSession(app, options)

/** The conversation as the service describes it when it is over. */
function described({ conversationId, id }: { conversationId: string; id: string }, more: object = {}) {
  return {
    conversation_id: conversationId,
    status: 'done',
    metadata: {
      call_duration_secs: 600,
      start_time_unix_secs: 1_795_000_000,
      termination_reason: 'Call ended',
    },
    transcript: [{ role: 'user', message: 'Words that the log does not have.', time_in_call_secs: 9 }],
    conversation_initiation_client_data: { dynamic_variables: { interview_id: id } },
    ...more,
  }
}

async function post(body: string, signature?: string) {
  const time = Math.floor(app.dependencies.now() / 1_000)
  const made = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'elevenlabs-signature': signature ?? `t=${time},v0=${made}`,
  }
  return app.app.request('http://localhost/api/webhooks/elevenlabs', { method: 'POST', headers, body })
}
const tellEnd = (data: object) => post(JSON.stringify({ type: 'post_call_transcription', data }))
const tellAudio = (conversationId: string, audio: Uint8Array | number[] = MP3) => {
  const data = { conversation_id: conversationId, full_audio: Buffer.from(audio).toString('base64') }
  return post(JSON.stringify({ type: 'post_call_audio', data }))
}
const reconcile = () => {
  const { dependencies, errors } = app
  if (!dependencies.callArchive) throw new Error('there is no archive to ask')
  return reconcileCalls(dependencies, dependencies.callArchive, (error) => errors.push(error))
}
describe('a webhook', () => {
  test('puts the facts of a call into the log, and nothing of what was said', async () => {
    const session = await start()
    const before = await session.state()
    expect((await tellEnd(described(session))).status).toBe(200)
    expect(await session.ends()).toMatchObject([
      { conversationId: session.conversationId, durationMs: 600_000, outcome: 'done', reason: 'Call ended' },
    ])
    expect((await session.state()).transcript).toEqual(before.transcript)
  })

  test('that comes again, or at the same time, changes nothing', async () => {
    const session = await start()
    const answers = await Promise.all([1, 2, 3].map(() => tellEnd(described(session))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    for (let time = 0; time < 2; time += 1) await tellAudio(session.conversationId)
    const { seq } = await session.state()
    expect((await tellEnd(described(session, { status: 'failed' }))).status).toBe(200)
    expect((await tellAudio(session.conversationId, [1, 2, 3])).status).toBe(200)
    expect(await session.ends()).toHaveLength(1)
    expect((await session.state()).seq).toBe(seq)
    expect((await session.state()).recordings).toHaveLength(1)
  })

  test('that is forged, changed, old or of the future is refused, and leaves no trace', async () => {
    const session = await start()
    const body = JSON.stringify({ type: 'post_call_transcription', data: described(session) })
    const now = Math.floor(app.dependencies.now() / 1_000)
    const sign = (time: number, of = body) =>
      `t=${time},v0=${createHmac('sha256', SECRET).update(`${time}.${of}`).digest('hex')}`
    const refused = ['', 'v0=1', sign(now, `${body} `), sign(now - 31 * 60), sign(now + 6 * 60)]
    for (const signature of refused) {
      const response = await post(body, signature)
      expect([signature, response.status, await codeOf(response)]).toEqual([signature, 401, 'unsigned'])
    }
    expect(await session.ends()).toEqual([])
    expect((await post(body, sign(now - 29 * 60))).status).toBe(200)
  })

  test('is refused by a server that has no secret', async () => {
    const time = Math.floor(Date.now() / 1_000)
    const signature = `t=${time},v0=${createHmac('sha256', '').update(`${time}.{}`).digest('hex')}`
    const init = { method: 'POST', headers: { 'elevenlabs-signature': signature }, body: '{}' }
    const response = await openTestApp().app.request('http://localhost/api/webhooks/elevenlabs', init)
    expect([response.status, await codeOf(response)]).toEqual([401, 'unsigned'])
  })

  test('about no session of ours, or of no interest, is taken and let by', async () => {
    const stranger = { conversationId: 'conv_strange', id: 'nobody' }
    expect((await tellEnd(described(stranger))).status).toBe(200)
    expect((await tellEnd({ conversation_id: 'conv_strange' })).status).toBe(200)
    expect((await tellAudio('conv_strange')).status).toBe(200)
    expect((await post('{"type":"of_tomorrow","data":[]}')).status).toBe(200)
    const odd = await post('{"type":"post_call_audio","data":{}}')
    expect([odd.status, await codeOf(odd)]).toEqual([422, 'invalid'])
    expect(app.errors).toEqual([])
  })

  test('may bring 30 MB, and nothing else may', async () => {
    const session = await start()
    await tellEnd(described(session))
    const large = new Uint8Array(20 * 1024 * 1024).fill(7)
    expect((await tellAudio(session.conversationId, large)).status).toBe(200)
    expect((await app.dependencies.blobs.list(`recordings/${session.id}/`))[0]?.size).toBe(large.length)
    const tooLarge = await post(' '.repeat(30 * 1024 * 1024 + 1))
    expect([tooLarge.status, await codeOf(tooLarge)]).toEqual([413, 'too-large'])
    expect((await session.tell({ kind: 'note', text: 'x'.repeat(600_000) })).status).toBe(413)
  })
})

describe('the recording of a call', () => {
  test('is heard where the interview was: its offset is what passed from the connection to the start', async () => {
    const session = await start()
    await tellEnd(described(session))
    await tellAudio(session.conversationId)
    const href = `/api/sessions/${session.id}/recording?call=${session.conversationId}`
    expect((await session.state()).recordings).toEqual([{ href, offsetMs: 1_000, lengthMs: 600_000 }])
    for (const path of [href, href.split('?')[0] ?? '']) {
      const response = await session.client.send('GET', path)
      expect(response.headers.get('content-type')).toBe('audio/mpeg')
      expect([...new Uint8Array(await response.arrayBuffer())]).toEqual(MP3)
    }
    const part = await session.client.send('GET', href, undefined, { range: 'bytes=2-' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 2-3/4'])
    expect((await session.client.send('GET', `${href}x`)).status).toBe(404)
    expect((await app.newClient().send('GET', href)).status).toBe(404)
  })

  test('is in a report that was made before it came', async () => {
    const session = await start()
    const { client, id, conversationId } = session
    await client.send('POST', `/api/sessions/${id}/finish`)
    await tellEnd(described(session))
    await tellAudio(conversationId)
    const report = Report.parse(await (await client.send('GET', `/api/reports/${id}`)).json())
    expect(report.recording?.href).toContain(conversationId)
  })

  test('is not kept of a candidate who has not agreed, agreed only later, or has taken it back', async () => {
    const never = await start({ agreed: false })
    const later = await start({ agreed: false })
    await consent(later, true)
    const before = await start()
    await consent(before, false)
    const after = await start()
    await tellEnd(described(after))
    await tellAudio(after.conversationId)
    await consent(after, false)
    for (const session of [never, later, before]) {
      await tellEnd(described(session))
      await tellAudio(session.conversationId)
    }
    for (const session of [never, later, before, after]) {
      service.audio.set(session.conversationId, MP3)
      expect(await keptOf(session)).toEqual([])
    }
    await reconcile()
    expect(service.asked.filter((asked) => asked.endsWith('/audio'))).toEqual([])
  })

  test('that is being written when the agreement is taken back goes with it, and the service is told all is well', async () => {
    const session = await start()
    await tellEnd(described(session))
    const { blobs } = app.dependencies
    const put = blobs.put.bind(blobs)
    blobs.put = async (key, bytes) => {
      blobs.put = put
      await consent(session, false)
      await put(key, bytes)
    }
    expect((await tellAudio(session.conversationId)).status).toBe(200)
    expect(await keptOf(session)).toEqual([])
  })

  test('is let by before it is known which session it is for, and fetched then', async () => {
    const session = await start()
    await session.client.send('POST', `/api/sessions/${session.id}/finish`)
    expect((await tellAudio(session.conversationId)).status).toBe(200)
    expect(await keptOf(session)).toEqual([])
    await tellEnd(described(session))
    service.audio.set(session.conversationId, MP3)
    await reconcile()
    expect(service.asked).toEqual([`${session.conversationId}/audio`, `forget ${session.conversationId}`])
    expect(await keptOf(session)).toEqual([`call-${session.conversationId}.mp3`])
  })

  test('is not kept beside one that this device made of the same minutes', async () => {
    const session = await start()
    app.passTime(30_000)
    expect((await recorderOf(session).upload(2_000, [1])).status).toBe(204)
    await tellEnd(described(session))
    await tellAudio(session.conversationId)
    expect(await keptOf(session)).toEqual(['00002000'])
  })
})
