import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { elevenLabsAgent } from './elevenlabs-agent.ts'
import { pushElevenLabsAgent } from './push-elevenlabs-agent.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

interface Asked {
  method: string | undefined
  url: string | undefined
  key: unknown
  body: unknown
}

/** A service on this machine that answers everything alike, and what it was asked. */
async function openService(status: number, answer: unknown) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
      asked.push({ method, url, key: headers['xi-api-key'], body })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the service has no port')
  return { account: { apiKey: 'sk_test', baseUrl: `http://127.0.0.1:${address.port}` }, asked }
}

const options = { publicUrl: 'https://offhook.example' }

describe('pushing the agent', () => {
  test('creates one where there is none, and gives its id', async () => {
    const { account, asked } = await openService(200, { agent_id: 'agent_1' })
    expect(await pushElevenLabsAgent(account, options, undefined)).toBe('agent_1')
    expect(asked).toEqual([
      { method: 'POST', url: '/v1/convai/agents/create', key: 'sk_test', body: elevenLabsAgent(options) },
    ])
  })

  test('updates the one that there is', async () => {
    const { account, asked } = await openService(200, { agent_id: 'agent_1', name: 'Offhook interviewer' })
    expect(await pushElevenLabsAgent(account, options, 'agent_1')).toBe('agent_1')
    expect(asked).toMatchObject([{ method: 'PATCH', url: '/v1/convai/agents/agent_1' }])
  })

  test('says what ElevenLabs objects to', async () => {
    const detail = [
      { loc: ['body', 'conversation_config', 'tts', 'speed'], msg: 'Input should be less than 1.2' },
    ]
    const refusing = await openService(422, { detail })
    await expect(pushElevenLabsAgent(refusing.account, options, undefined)).rejects.toThrow(
      /422 .*less than 1\.2/,
    )
    const odd = await openService(200, { id: 'agent_1' })
    await expect(pushElevenLabsAgent(odd.account, options, undefined)).rejects.toThrow('without an agent_id')
  })
})
