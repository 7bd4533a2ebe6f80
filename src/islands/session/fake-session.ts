import type { PublicState } from '../../wire/public-event.ts'
import type { ClientEvent } from '../../wire/sessions.ts'
import type { VoiceEngine } from '../../voice/voice-engine.ts'
import type { ApiClient, Turn, TurnUpdate } from './api-client.ts'
import { createSession } from './create-session.ts'
import { createStore } from './create-store.ts'
import { createDraftStorage } from './draft-storage.ts'
import { createTypedSession } from './engine.ts'
import type { ClientFault } from './fault.ts'
import { stateFixture, viewFixture } from './view-fixture.ts'

const LINE = 'Where are the biggest risks?'

/** A server in memory: answers every turn with the line of the view fixture unless `refuse` is set, and keeps what it was sent. */
export function setUpSession(start: Partial<PublicState> = {}, stored = '', engine?: VoiceEngine) {
  const server: Server = { state: stateFixture(start), refuse: null, gate: Promise.resolve(), sent: [] }
  const kept = new Map(stored === '' ? [] : [['offhook-draft:abc', stored]])
  const went: string[] = []
  const store = createStore()
  const session = createSession({
    sessionId: 'abc',
    client: createClient(server),
    store,
    engine: engine ?? createTypedSession(),
    engineKind: engine ? 'local' : 'typed',
    record: false,
    recording: null,
    drafts: createDraftStorage('abc', () => fakeStorage(kept)),
    now: () => Date.now(),
    createId: counter(),
    goTo: (href) => went.push(href),
  })
  return { session, store, server, sent: server.sent, kept, went }
}

interface Server {
  state: PublicState
  refuse: ClientFault | null
  gate: Promise<void>
  sent: (Turn | ClientEvent | string)[]
}

function createClient(server: Server): ApiClient {
  const { sent } = server
  const grow = (change: Partial<PublicState>) => {
    server.state = { ...server.state, ...change, seq: server.state.seq + 1 }
  }
  return {
    getSession: async () => ({ ok: true, value: viewFixture(server.state) }),
    getSnippet: async (id) => {
      sent.push(`snippet ${id}`)
      return { ok: true, value: { html: '', text: '', language: 'sql' } }
    },
    sendEvent: async ({ eventId, ...event }) => {
      if (!eventId) throw new Error('an event without an id counts twice when it is sent twice')
      sent.push(event)
      grow(event.kind === 'hold' ? { onHold: event.on } : {})
      return { ok: true, value: { seq: server.state.seq, state: server.state } }
    },
    async *sendTurn(turn): AsyncGenerator<TurnUpdate> {
      sent.push(turn)
      await server.gate
      if (server.refuse) {
        yield { kind: 'fault', fault: server.refuse }
        return
      }
      grow({ phase: 'live' })
      const { seq, section, clockMs, silenceAfterMs } = server.state
      const data = {
        seq,
        turnId: turn.turnId,
        questionId: null,
        section,
        clockMs,
        silenceAfterMs,
        ended: false,
      }
      yield { kind: 'frame', frame: { event: 'say', data: { text: LINE } } }
      yield { kind: 'frame', frame: { event: 'done', data } }
    },
    finish: async () => {
      sent.push('finish')
      return server.refuse ? { ok: false, fault: server.refuse } : { ok: true, value: { id: 'abc' } }
    },
    askAccess: async (engine) => {
      sent.push(`engine ${engine}`)
      return engine === 'elevenlabs'
        ? { ok: false, fault: { code: 'voice-not-set-up', message: '', hint: '' } }
        : { ok: true, value: { engine } }
    },
    askCall: async () => ({ ok: false, fault: { code: 'voice-not-set-up', message: '', hint: '' } }),
    leave: () => void sent.push('left'),
  }
}

function fakeStorage(kept: Map<string, string>) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

function counter(): () => string {
  let last = 0
  return () => `id-${(last += 1)}`
}
