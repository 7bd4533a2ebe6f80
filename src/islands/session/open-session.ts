import type { VoiceTap } from '../../voice/local-voice.ts'
import type { VoiceEngine } from '../../voice/voice-engine.ts'
import { waitOrOnline } from '../../voice/wait-or-online.ts'
import type { VoiceAccess } from '../../wire/voice.ts'
import { createApiClient } from './api-client.ts'
import { createRecording } from './create-recording.ts'
import { createSession } from './create-session.ts'
import type { Session } from './create-session.ts'
import { createStore } from './create-store.ts'
import { createDraftStorage } from './draft-storage.ts'
import type { SessionContext } from './session-context.ts'

/** What an engine gets from its page. */
export interface EngineNeeds {
  /** The section that the interview is in. */
  section: () => 'A' | 'B' | 'C' | 'D'
  /** What is to hear the candidate besides. */
  onVoice: VoiceTap
  /** Access to one conversation with a far side. @throws Error when there is none; the page has said why. */
  getAccess: () => Promise<FarAccess>
}

type FarAccess = Extract<VoiceAccess, { engine: 'elevenlabs' }>

export interface Manner {
  kind: SessionContext['engineKind']
  createEngine: (page: EngineNeeds) => VoiceEngine
  /** The candidate agrees that their voice is kept with the report. */
  record: boolean
}

/** The interview of this page, wired to this browser and held in this manner. */
export function openSession(sessionId: string, { kind, createEngine, record }: Manner): Session {
  const store = createStore()
  const now = () => Date.now()
  const client = createApiClient({
    sessionId,
    fetch: (...request) => fetch(...request),
    wait: waitOrOnline,
    now,
    onNetwork: (latencyMs) => store.dispatch({ kind: 'network-changed', latencyMs }),
  })
  const getAccess = async () => {
    const access = await client.askCall()
    if (access.ok && access.value.engine === 'elevenlabs') return access.value
    if (!access.ok) store.dispatch({ kind: 'notice-raised', fault: access.fault })
    throw new Error('No access to the voice service.')
  }
  const fetchHere: typeof fetch = (...request) => fetch(...request)
  const recording =
    record && kind === 'local'
      ? createRecording({ sessionId, store, fetch: fetchHere, wait: waitOrOnline })
      : null
  return createSession({
    sessionId,
    client,
    store,
    engine: createEngine({
      section: () => store.get().state?.section ?? 'A',
      onVoice: recording?.tap ?? (() => undefined),
      getAccess,
    }),
    record,
    recording,
    engineKind: kind,
    drafts: createDraftStorage(sessionId, () => sessionStorage),
    now,
    createId,
    goTo: (href) => location.assign(href),
  })
}

function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
