import { join } from 'node:path'
import { waitUntil } from '@vercel/functions'
import type { z } from 'zod'
import { SessionEvent } from '../domain/interview/event.ts'
import { LedgerFact } from '../domain/ledger/ledger-fact.ts'
import { createAiSdkModel } from '../model/drivers/ai-sdk.ts'
import { createFree } from '../payments/drivers/free.ts'
import { createLemonSqueezy } from '../payments/drivers/lemonsqueezy.ts'
import type { EventLog, LogEvent } from '../storage/event-log.ts'
import { createFileBlobs } from '../storage/drivers/file-blobs.ts'
import { createMemoryBlobs } from '../storage/drivers/memory-blobs.ts'
import { createMemoryLimiter } from '../storage/drivers/memory-limiter.ts'
import { createMemoryLog } from '../storage/drivers/memory-log.ts'
import { readSecretFile } from '../storage/drivers/secret-file.ts'
import { createMemoryRecords } from '../storage/drivers/memory-records.ts'
import { createSqliteLimiter } from '../storage/drivers/sqlite-limiter.ts'
import { createSqliteLog } from '../storage/drivers/sqlite-log.ts'
import { createSqliteRecords } from '../storage/drivers/sqlite-records.ts'
import { createVercelBlobs } from '../storage/drivers/vercel-blob.ts'
import { createVercelKvLimiter } from '../storage/drivers/vercel-kv-limiter.ts'
import { createVercelKvLog } from '../storage/drivers/vercel-kv-log.ts'
import { createVercelKvRecords } from '../storage/drivers/vercel-kv-records.ts'
import { createElevenLabsAccess } from '../voice/access/elevenlabs.ts'
import { createElevenLabsConversations } from '../voice/access/elevenlabs-conversations.ts'
import { createElevenLabsWebhook } from '../voice/access/elevenlabs-webhook.ts'
import { composeLibrary } from './compose-library.ts'
import { createDependencies } from './create-dependencies.ts'
import type { Dependencies, LanguageModel } from './dependencies.ts'
import type { Settings } from './env.ts'
import { newSigningKey } from './new-signing-key.ts'
import { requireLasting } from './require-lasting.ts'

/** How long a finished interview waits for a language model, in ms. */
const READING_MS = 40_000

/**
 * The use cases' world as the settings ask for it. Beside the library, the only server file that names a driver.
 * @param now milliseconds since 1970
 * @throws Error that names the setting, file or folder that does not work.
 */
export function compose(settings: Settings, now: () => number = Date.now): Dependencies {
  requireLasting(settings)
  const library = composeLibrary(settings)
  const secret = settings.cookieSecret ?? readSecretFile(settings.dataDir, 'cookie-secret')
  const stores = {
    log: openLog(settings, 'offhook', SessionEvent, now),
    ledger: openLog(settings, 'ledger', LedgerFact, now),
    records: openRecords(settings, now),
    blobs: openBlobs(settings),
    limiters: { here: createMemoryLimiter(), together: openLimiter(settings) },
  }
  const services = {
    ...openCalls(settings),
    languageModel: openModel(settings),
    payments: settings.lemonSqueezy ? createLemonSqueezy(settings.lemonSqueezy) : createFree(),
  }
  const secrets = { secret, signingKey: openSigningKey(settings), operator: settings.operator }
  return createDependencies(library, stores, services, secrets, {
    now,
    clientAddressHeader: settings.clientAddressHeader ?? null,
    cronSecret: settings.cronSecret ?? null,
    publicOrigin: settings.publicOrigin ?? null,
    stayAwake: settings.isOnVercel ? waitUntil : undefined,
  })
}

/** What is signed by a key that is forgotten can be told from what this site signs later, and no more. */
function openSigningKey({ signingKey, storage, dataDir }: Settings): string {
  if (signingKey !== undefined) return signingKey
  return storage === 'memory' ? newSigningKey() : readSecretFile(dataDir, 'signing-key', newSigningKey)
}

/** Logs of one kind of event, under a name that is theirs alone. */
function openLog<E extends LogEvent>(
  { kv, storage, dataDir }: Settings,
  name: string,
  Event: z.ZodType<E>,
  now: () => number,
): EventLog<E> {
  if (kv) return createVercelKvLog(kv, name, Event, now)
  switch (storage) {
    case 'memory':
      return createMemoryLog<E>(now)
    case 'sqlite':
      return createSqliteLog(join(dataDir, `${name}.db`), Event, now)
  }
}

function openRecords({ kv, storage, dataDir }: Settings, now: () => number) {
  if (kv) return createVercelKvRecords(kv, 'records', now)
  switch (storage) {
    case 'memory':
      return createMemoryRecords(now)
    case 'sqlite':
      return createSqliteRecords(join(dataDir, 'records.db'), now)
  }
}

function openLimiter({ kv, storage, dataDir }: Settings) {
  if (kv) return createVercelKvLimiter(kv, 'limits')
  switch (storage) {
    case 'memory':
      return createMemoryLimiter()
    case 'sqlite':
      return createSqliteLimiter(join(dataDir, 'limits.db'))
  }
}

function openBlobs({ blobToken, storage, dataDir }: Settings) {
  if (blobToken !== undefined) return createVercelBlobs(blobToken)
  switch (storage) {
    case 'memory':
      return createMemoryBlobs()
    case 'sqlite':
      return createFileBlobs(join(dataDir, 'blobs'))
  }
}

function openCalls({ elevenLabs, elevenLabsWebhookSecret }: Settings) {
  return {
    readCallNotice: createElevenLabsWebhook(elevenLabsWebhookSecret),
    callArchive: elevenLabs ? createElevenLabsConversations(elevenLabs) : null,
    elevenLabs: elevenLabs?.agentId
      ? createElevenLabsAccess({ ...elevenLabs, agentId: elevenLabs.agentId })
      : undefined,
  }
}

function openModel({ languageModel }: Settings): LanguageModel | null {
  if (!languageModel) return null
  const { passes, prices, ...account } = languageModel
  const setUp = { model: createAiSdkModel(account), passes, deadlineMs: READING_MS }
  return { ...setUp, ...(prices ? { prices } : {}) }
}
