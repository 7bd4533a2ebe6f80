import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { VoiceAccessFailure } from '../voice-access.ts'
import { createElevenLabsAccess } from './elevenlabs.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A service on this machine that answers with `answer`, and access to it. */
async function openService(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the service has no port')
  const baseUrl = `http://127.0.0.1:${address.port}`
  return createElevenLabsAccess({ apiKey: 'sk_test', agentId: 'agent 1', baseUrl, timeoutMs: 250 })
}

const answering = (status: number, body: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

const refused = JSON.stringify({ detail: { status: 'invalid_api_key', message: 'The key is not known.' } })

describe('access to ElevenLabs', () => {
  test('asks for the agent with the key, and gives the signed address', async () => {
    const asked: unknown[] = []
    const access = await openService((request, response) => {
      asked.push([request.method, request.url, request.headers['xi-api-key']])
      const signed_url = `ws://${request.headers.host}/v1?sig=1`
      answering(200, JSON.stringify({ signed_url, more: 1 }))(request, response)
    })
    expect(await access.signedUrl()).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/v1\?sig=1$/)
    const path = '/v1/convai/conversation/get-signed-url?agent_id=agent+1'
    expect(asked).toEqual([['GET', path, 'sk_test']])
  })

  test.each([
    ['a key that is not known', answering(401, refused), 'refused'],
    ['an agent that is not there', answering(404, refused), 'refused'],
    ['an answer that is no JSON', answering(200, '<html>'), 'refused'],
    ['an answer without the address', answering(200, '{}'), 'refused'],
    ['an address of a web page', answering(200, '{"signed_url":"https://example.com"}'), 'refused'],
    [
      'an address at a host that the page may not call',
      answering(200, '{"signed_url":"wss://example.com/v1"}'),
      'refused',
    ],
    ['too many requests', answering(429, '{}'), 'unreachable'],
    ['a fault of its own', answering(500, 'oops'), 'unreachable'],
    ['no answer in time', () => undefined, 'unreachable'],
    [
      'half an answer',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(200).write('{"signed'),
      'unreachable',
    ],
  ])('%s is a failure that says whose turn it is', async (_, answer, reason) => {
    const failure = await (await openService(answer)).signedUrl().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(VoiceAccessFailure)
    expect(failure).toMatchObject({ reason })
    expect(String(failure)).not.toContain('sk_test')
  })

  test('a host that is not there is unreachable, and a refusal says what the service said', async () => {
    const nowhere = createElevenLabsAccess({ apiKey: 'k', agentId: 'a', baseUrl: 'http://127.0.0.1:1' })
    await expect(nowhere.signedUrl()).rejects.toMatchObject({ reason: 'unreachable' })
    const access = await openService(answering(401, refused))
    await expect(access.signedUrl()).rejects.toThrow('401 invalid_api_key: The key is not known.')
  })
})
