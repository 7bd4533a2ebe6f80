import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Runs `agent:push` with these settings and no others, and gives its exit code and all that it said. */
function push(
  args: string[],
  settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const script = join(root, 'scripts/agent-push.ts')
  const env = { PATH: process.env['PATH'], ELEVENLABS_API_KEY: '', ELEVENLABS_AGENT_ID: '', ...settings }
  const child = spawn(process.execPath, [script, ...args], { env, cwd: join(root, 'scripts') })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

/** What stands in for ElevenLabs; `paths` is what it was asked. */
async function openService() {
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(`${request.method} ${request.url}`)
    const isKnown = request.headers['xi-api-key'] === 'sk_test'
    const refusal = { detail: { status: 'invalid_api_key', message: 'Not a key.' } }
    response.writeHead(isKnown ? 200 : 401).end(JSON.stringify(isKnown ? { agent_id: 'agent_7' } : refusal))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the service has no port')
  return { url: `http://127.0.0.1:${address.port}`, paths }
}

describe('npm run agent:push', () => {
  test('creates the agent and says what to set, then updates it', async () => {
    const { url, paths } = await openService()
    const settings = { ELEVENLABS_API_KEY: 'sk_test', ELEVENLABS_BASE_URL: url }
    const created = await push(['https://offhook.example'], settings)
    expect([created.code, created.said]).toEqual([0, expect.stringContaining('ELEVENLABS_AGENT_ID=agent_7')])
    const updated = await push(['https://offhook.example'], { ...settings, ELEVENLABS_AGENT_ID: 'agent_7' })
    expect(updated).toEqual({ code: 0, said: 'Updated the agent agent_7.\n' })
    expect(paths).toEqual(['POST /v1/convai/agents/create', 'PATCH /v1/convai/agents/agent_7'])
  })

  test('says in one line what is missing or refused', async () => {
    const { url } = await openService()
    const key = { ELEVENLABS_API_KEY: 'sk_wrong', ELEVENLABS_BASE_URL: url }
    const runs: [string[], Record<string, string>, string][] = [
      [[], key, 'Name the address'],
      [['http://offhook.example'], key, 'https://'],
      [['https://offhook.example'], { ELEVENLABS_BASE_URL: url }, 'ELEVENLABS_API_KEY: set it'],
      [['https://offhook.example'], key, '401 invalid_api_key: Not a key.'],
    ]
    for (const [args, settings, words] of runs) {
      const { code, said } = await push(args, settings)
      expect([code, said]).toEqual([1, expect.stringContaining(words)])
      expect(said.trimEnd().split('\n')).toHaveLength(1)
      expect(said).not.toContain('sk_wrong')
    }
  })
})
