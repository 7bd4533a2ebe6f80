import { createApiClient } from './api-client.ts'
import { createSession } from './create-session.ts'
import type { Session } from './create-session.ts'
import { createStore } from './create-store.ts'
import { createDraftStorage } from './draft-storage.ts'
import { createEngine } from './engine.ts'

/** The interview of this page, wired to this browser. */
export function openSession(sessionId: string): Session {
  const store = createStore()
  const now = () => Date.now()
  const client = createApiClient({
    sessionId,
    fetch: (...request) => fetch(...request),
    wait: waitOrOnline,
    now,
    onNetwork: (latencyMs) => store.dispatch({ kind: 'network-changed', latencyMs }),
  })
  return createSession({
    sessionId,
    client,
    store,
    engine: createEngine(),
    drafts: createDraftStorage(sessionId, () => sessionStorage),
    now,
    createId,
    goTo: (href) => location.assign(href),
  })
}

function waitOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
  })
}

function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
