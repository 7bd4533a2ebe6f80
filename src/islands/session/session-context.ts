import type { VoiceAccess } from '../../wire/voice.ts'
import type { ApiClient } from './api-client.ts'
import type { SessionStore } from './create-store.ts'
import type { Recording } from './create-recording.ts'
import type { DraftStorage } from './draft-storage.ts'
import type { VoiceEngine } from '../../voice/voice-engine.ts'

/** What the parts of one live session share. */
export interface SessionContext {
  sessionId: string
  client: ApiClient
  store: SessionStore
  engine: VoiceEngine
  engineKind: VoiceAccess['engine']
  drafts: DraftStorage
  /** The candidate agrees that their voice is kept with the report. */
  record: boolean
  /** Null where they do not, or where another device than this one records. */
  recording: Recording | null
  /** Milliseconds since 1970. */
  now: () => number
  /** A new id for a turn or an event, 128 random bits. */
  createId: () => string
  /** Leaves the page for another address of the site. */
  goTo: (href: string) => void
}

/** Runs what is sent to the server one after the other, in the order asked. */
export type Enqueue = (task: () => Promise<void>) => Promise<void>

export function createQueue(): Enqueue {
  let tail: Promise<void> = Promise.resolve()
  return (task) => {
    tail = tail.then(task)
    return tail
  }
}
