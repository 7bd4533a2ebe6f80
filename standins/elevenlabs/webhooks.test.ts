import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openTestCall } from './open-test-call.ts'
import { signWebhook } from './sign-webhook.ts'

async function startReceiver() {
  const received: { signature: string; body: string }[] = []
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    received.push({ signature: String(request.headers['elevenlabs-signature']), body })
    response.end()
  }
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { received, webhooks: { wh_1: { url: `http://127.0.0.1:${port}/hook`, secret: 'wsec_1' } } }
}

const now = () => 1_739_537_297_000

describe('after a call', () => {
  test('its record and its sound are sent, signed, and can be fetched', async () => {
    const { received, webhooks } = await startReceiver()
    const { service, call, client } = await openTestCall({ webhooks, now })
    await call.hears('It retries.')
    const get = (path: string, method = 'GET') =>
      fetch(`${service.url}/v1/convai/conversations/${call.id}${path}`, {
        method,
        headers: { 'xi-api-key': 'xi_local' },
      })
    expect(await (await get('')).json()).toMatchObject({ status: 'in-progress' })
    expect((await get('/audio')).status).toBe(404)
    client.close()
    await vi.waitFor(() => expect(service.delivered).toHaveLength(2))
    const [transcript, audio] = received.map(({ body }) => JSON.parse(body))
    for (const { signature, body } of received) {
      expect(signature).toBe(signWebhook('wsec_1', 1_739_537_297, body))
    }
    expect(transcript).toMatchObject({
      type: 'post_call_transcription',
      event_timestamp: 1_739_537_297,
      data: {
        agent_id: 'agent_1',
        conversation_id: call.id,
        status: 'done',
        transcript: [
          { role: 'user', message: 'It retries.', source_medium: 'audio', interrupted: false },
          { role: 'agent', message: 'Fine. ' },
        ],
        metadata: { authorization_method: 'signed_url' },
        conversation_initiation_client_data: { dynamic_variables: { secret__interview_pass: 'pass-1' } },
      },
    })
    expect(await (await get('')).json()).toEqual(transcript.data)
    expect(audio).toMatchObject({ type: 'post_call_audio', data: { conversation_id: call.id } })
    const sound = await get('/audio')
    expect(sound.headers.get('content-type')).toBe('audio/mpeg')
    expect(Buffer.from(await sound.arrayBuffer()).toString('base64')).toBe(audio.data.full_audio)
    expect((await get('', 'DELETE')).status).toBe(200)
    for (const path of ['', '/audio']) expect((await get(path)).status).toBe(404)
    expect((await get('', 'DELETE')).status).toBe(404)
  })

  test('a webhook may come twice, be old, or never come', async () => {
    const { received, webhooks } = await startReceiver()
    const end = async (delivery: { copies?: number; ageSeconds?: number; delayMs?: number }) => {
      const { service, client, call } = await openTestCall({ webhooks, now, delivery })
      client.close()
      await call.ended
      return service
    }
    const twice = await end({ copies: 2, ageSeconds: 3_600, delayMs: 5 })
    await vi.waitFor(() => expect(twice.delivered).toHaveLength(4))
    expect(received[0]).toEqual(received[1])
    expect(received[0]?.signature).toMatch(/^t=1739533697,/)
    const never = await end({ copies: 0 })
    const once = await end({})
    await vi.waitFor(() => expect(once.delivered).toHaveLength(2))
    expect(never.delivered).toEqual([])
  })
})
