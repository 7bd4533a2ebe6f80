import { join } from 'node:path'
import type { Settings } from './env.ts'

/**
 * What each part of this server is, a line each: which of them are somebody's service and which are of this machine.
 * Names no secret.
 */
export function bootReport(settings: Settings): string {
  const parts: [part: string, what: string][] = [
    ['sessions', sessionsOf(settings)],
    ['recordings', recordingsOf(settings)],
    ['secrets', secretsOf(settings)],
    ['voice', voiceOf(settings)],
    ['language model', modelOf(settings)],
    ['payments', paymentsOf(settings)],
    ['operator', settings.operator ? 'page at /operator' : 'no page (OFFHOOK_OPERATOR_TOKEN)'],
    ['visitors', addressOf(settings)],
    ['chores', choresOf(settings)],
  ]
  return parts.map(([part, what]) => `  ${`${part}:`.padEnd(16)} ${what}\n`).join('')
}

function sessionsOf({ kv, storage, dataDir }: Settings): string {
  if (kv) return `real: Vercel KV at ${new URL(kv.url).host}`
  return storage === 'memory' ? 'local: in memory, gone when this ends' : `local: SQLite in ${dataDir}`
}

function recordingsOf({ blobToken, storage, dataDir }: Settings): string {
  if (blobToken !== undefined) return 'real: Vercel Blob, private'
  return storage === 'memory'
    ? 'local: in memory, gone when this ends'
    : `local: files in ${join(dataDir, 'blobs')}`
}

function secretsOf({ cookieSecret, signingKey }: Settings): string {
  const made = [
    cookieSecret === undefined && 'OFFHOOK_COOKIE_SECRET',
    signingKey === undefined && 'OFFHOOK_SIGNING_KEY',
  ].filter((name) => name !== false)
  return made.length === 0 ? 'from the settings' : `made here: ${made.join(', ')}`
}

function voiceOf({ elevenLabs, elevenLabsWebhookSecret }: Settings): string {
  if (!elevenLabs?.agentId)
    return 'local: on the visitor’s device, or typed (ELEVENLABS_API_KEY, ELEVENLABS_AGENT_ID)'
  const told = elevenLabsWebhookSecret === undefined ? '; told of no ends (ELEVENLABS_WEBHOOK_SECRET)' : ''
  return `real: ElevenLabs at ${new URL(elevenLabs.baseUrl).host}${told}`
}

function modelOf({ languageModel }: Settings): string {
  if (!languageModel) return 'none: the built-in finder alone (OPENAI_API_KEY, OFFHOOK_MODEL)'
  return `real: ${languageModel.model} at ${new URL(languageModel.baseUrl).host}`
}

function paymentsOf({ lemonSqueezy, publicOrigin }: Settings): string {
  if (!lemonSqueezy) return 'none: nothing is sold (LEMONSQUEEZY_API_KEY and four more)'
  const links = publicOrigin ?? 'where each request came to (OFFHOOK_PUBLIC_URL)'
  return `real: Lemon Squeezy, store ${lemonSqueezy.storeId}, ${lemonSqueezy.mode} mode; receipts lead to ${links}`
}

function addressOf({ clientAddressHeader }: Settings): string {
  if (clientAddressHeader !== undefined) return `told apart by the header ${clientAddressHeader}`
  return 'told apart by their connection; behind a proxy set OFFHOOK_CLIENT_ADDRESS_HEADER'
}

function choresOf({ isOnVercel }: Settings): string {
  return isOnVercel ? 'done when a job calls /api/cron/sweep' : 'done here, every minute'
}
