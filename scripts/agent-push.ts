import { existsSync } from 'node:fs'
import { z } from 'zod'
import { pushElevenLabsAgent } from '../src/voice/access/push-elevenlabs-agent.ts'

/** Milliseconds to wait for ElevenLabs: nobody is on the line. */
const TIMEOUT_MS = 30_000

const Settings = z.object({
  ELEVENLABS_API_KEY: z.string('set it to a key of your ElevenLabs workspace that may write agents').min(1),
  ELEVENLABS_AGENT_ID: z.string().optional(),
  ELEVENLABS_BASE_URL: z.url({ protocol: /^https?$/ }).default('https://api.elevenlabs.io'),
})
const PublicUrl = z.url({ protocol: /^https?$/ })

/**
 * `npm run agent:push -- https://the.public.address [webhook id]`: creates the agent at ElevenLabs, or updates the one
 * that ELEVENLABS_AGENT_ID names.
 */
async function run([address, webhookId]: string[]): Promise<string> {
  const publicUrl = PublicUrl.safeParse(address)
  if (!publicUrl.success) {
    throw new Error(
      'Name the address that ElevenLabs finds this site at: npm run agent:push -- https://offhook.example',
    )
  }
  const { hostname, protocol } = new URL(publicUrl.data)
  const isOwnMachine = hostname === 'localhost' || hostname.startsWith('127.')
  if (protocol === 'http:' && !isOwnMachine) throw new Error('The address must begin with https://.')
  const { ELEVENLABS_API_KEY, ELEVENLABS_AGENT_ID, ELEVENLABS_BASE_URL } = readSettings()
  const account = { apiKey: ELEVENLABS_API_KEY, baseUrl: ELEVENLABS_BASE_URL, timeoutMs: TIMEOUT_MS }
  const options = { publicUrl: publicUrl.data, ...(webhookId ? { webhookId } : {}) }
  const id = await pushElevenLabsAgent(account, options, ELEVENLABS_AGENT_ID)
  return ELEVENLABS_AGENT_ID === undefined
    ? `Created. Set ELEVENLABS_AGENT_ID=${id} and start the server again.`
    : `Updated the agent ${id}.`
}

/** `.env` beside package.json, too; what the shell says wins. */
function readSettings(): z.infer<typeof Settings> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const given = Object.entries(process.env).filter(([, value]) => value !== '')
  const parsed = Settings.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`The environment does not fit. ${problems.join('; ')}`)
}

try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
