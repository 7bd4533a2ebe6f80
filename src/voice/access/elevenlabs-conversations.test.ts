import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createElevenLabsConversations } from './elevenlabs-conversations.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
let answer: Answer
let server: Server
let baseUrl: string

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  baseUrl = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
})
afterEach(() => {
  server.closeAllConnections()
  return new Promise((closed) => server.close(closed))
})

const archive = () => createElevenLabsConversations({ apiKey: 'key-1', baseUrl })
const json =
  (body: unknown, status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

describe('what ElevenLabs answers about a conversation', () => {
  test('is asked for with the key, and read', async () => {
    const asked: unknown[] = []
    answer = (request, response) => {
      asked.push([request.method, request.url, request.headers['xi-api-key']])
      json({
        conversation_id: 'conv_1',
        status: 'done',
        user_id: 's1',
        metadata: { call_duration_secs: 9.5 },
      })(request, response)
    }
    expect(await archive().facts('conv_1')).toEqual({
      conversationId: 'conv_1',
      sessionId: 's1',
      outcome: 'done',
      durationMs: 9_500,
      reason: '',
      hasAudio: true,
    })
    expect(asked).toEqual([['GET', '/v1/convai/conversations/conv_1', 'key-1']])
  })

  test('is that it is deleted, also where it did not know it, and why not where it is not', async () => {
    const asked: unknown[] = []
    const answering = (status: number) => {
      answer = (request, response) => {
        asked.push([request.method, request.url, request.headers['xi-api-key']])
        json({}, status)(request, response)
      }
    }
    answering(200)
    await archive().forget('conv_1')
    answering(404)
    await archive().forget('conv_1')
    answering(500)
    await expect(archive().forget('conv_1')).rejects.toThrow('500 to DELETE conversations/conv_1')
    expect(asked[0]).toEqual(['DELETE', '/v1/convai/conversations/conv_1', 'key-1'])
  })

  test.each(['initiated', 'in-progress', 'processing', undefined])(
    'is not final while it is %s',
    async (status) => {
      answer = json({ conversation_id: 'conv_1', status })
      expect(await archive().facts('conv_1')).toBe('running')
    },
  )

  test('is final when it has failed', async () => {
    answer = json({ conversation_id: 'conv_1', status: 'failed', has_audio: false })
    expect(await archive().facts('conv_1')).toMatchObject({ outcome: 'failed', hasAudio: false })
  })

  test('is undefined for one that it does not know', async () => {
    answer = json({ detail: { status: 'document_not_found' } }, 404)
    expect(await archive().facts('conv_1')).toBeUndefined()
    expect(await archive().audio('conv_1')).toBeUndefined()
  })

  test.each([401, 429, 500])('is an error for the status %i', async (status) => {
    answer = json({}, status)
    await expect(archive().facts('conv_1')).rejects.toThrow(`${status}`)
    await expect(archive().audio('conv_1')).rejects.toThrow(`${status}`)
  })

  test('is an error that names the field when it does not make sense', async () => {
    answer = json({ conversation_id: 7, status: 'done' })
    await expect(archive().facts('conv_1')).rejects.toThrow('conversation_id')
    answer = (_, response) => response.end('<html>')
    await expect(archive().facts('conv_1')).rejects.toThrow()
  })

  test('is an error when the line breaks, or it sends us elsewhere', async () => {
    answer = (request) => request.socket.destroy()
    await expect(archive().facts('conv_1')).rejects.toThrow()
    const there = json({ conversation_id: 'conv_1', status: 'done' })
    answer = (request, response) => {
      if (request.url === '/elsewhere') there(request, response)
      else response.writeHead(302, { location: '/elsewhere' }).end()
    }
    await expect(archive().facts('conv_1')).rejects.toThrow()
  })

  test('is an error when it is endless', async () => {
    answer = (_, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(1024 * 1024))) continue
      }
      response.on('drain', more)
      more()
    }
    await expect(archive().facts('conv_1')).rejects.toThrow('more than')
  })
})

test('its audio comes byte by byte', async () => {
  const mp3 = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251)
  answer = (request, response) => {
    expect(request.url).toBe('/v1/convai/conversations/conv_1/audio')
    response.end(mp3)
  }
  const audio = await archive().audio('conv_1')
  expect(Buffer.from(audio ?? []).equals(mp3)).toBe(true)
})
