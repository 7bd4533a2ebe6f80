import { randomBytes, randomInt } from 'node:crypto'
import type { BlobStore } from '../storage/blob-store.ts'
import type { Limiter } from '../storage/limiter.ts'
import type { RecordStore } from '../storage/record-store.ts'
import type { SessionLog } from '../storage/session-log.ts'
import type { VoiceAccess } from '../voice/voice-access.ts'
import type { Library } from './compose-library.ts'
import type { Dependencies, Ledger } from './dependencies.ts'
import type { Settings } from './env.ts'
import { createInterviewPasses } from './interview-pass.ts'
import { logError } from './log-error.ts'
import { createOneTimeLinks } from './one-time-links.ts'
import { createOperatorDoor } from './operator-door.ts'
import { createOwnerCookie } from './owner-cookie.ts'
import { createOwnerLinks } from './owner-links.ts'
import { createReportSigner } from './report-signer.ts'
import { createShareLinks } from './share-links.ts'
import { createSessionStore } from './session-store.ts'

type Services = Pick<Dependencies, 'readCallNotice' | 'callArchive' | 'languageModel' | 'payments'> & {
  elevenLabs?: VoiceAccess | undefined
}

interface Secrets {
  secret: string
  signingKey: string
  operator: Settings['operator'] | undefined
}

interface Stores {
  log: SessionLog
  ledger: Ledger
  records: RecordStore
  blobs: BlobStore
  limiters: { here: Limiter; together: Limiter }
}

/** What is special about where this runs. */
type Host = Pick<Dependencies, 'now' | 'publicOrigin' | 'clientAddressHeader' | 'cronSecret'> & {
  /** Keeps the process awake until the work is over, where it would else be put to sleep. */
  stayAwake?: ((work: Promise<void>) => void) | undefined
}

/** The use cases' world around a library, its stores, the services it uses and its secrets: real clock, random ids. */
export function createDependencies(
  library: Library,
  stores: Stores,
  { elevenLabs, ...services }: Services,
  { secret, signingKey, operator }: Secrets,
  { stayAwake = () => undefined, ...host }: Host,
): Dependencies {
  return {
    ...library,
    ...services,
    ...stores,
    ...host,
    sessions: createSessionStore(stores.log, logError),
    cookie: createOwnerCookie(secret),
    passes: createInterviewPasses(secret),
    links: createOwnerLinks(secret),
    shareLinks: createShareLinks(secret),
    oneTimeLinks: createOneTimeLinks(stores.records, host.now),
    signer: createReportSigner(signingKey),
    voice: elevenLabs
      ? { engines: ['typed', 'local', 'elevenlabs'], elevenLabs }
      : { engines: ['typed', 'local'] },
    operator: operator ? { ...operator, door: createOperatorDoor(secret, operator.token) } : null,
    background: (work) => stayAwake(work.catch(logError)),
    newId: () => randomBytes(18).toString('base64url'),
    newSeed: () => randomInt(2 ** 32),
  }
}
