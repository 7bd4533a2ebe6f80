import type { ClientEvent } from '../../wire/sessions.ts'
import { readSession } from './read-session.ts'
import type { Enqueue, SessionContext } from './session-context.ts'
import { heardOf, readTranscript } from './transcript.ts'

export interface Events {
  hold(on: boolean): void
  mark(): void
  note(text: string): void
  pickLines(from: number, to: number): void
  /** Stops the line being said and tells what was said of it; nothing when there is none. */
  interrupt(): void
  /** The engine has stopped its line by itself, `unsaid` words before its end; `heard` of it, where the engine knows. */
  talkedOver(unsaid: number, heard?: string): void
  returned(): void
  /** The candidate agrees to a recording. */
  agreeToRecording(): void
  /** When a turn that a call brought was said. */
  timed(event: Extract<ClientEvent, { kind: 'turn-timed' }>): void
  /** A conversation with the far side has begun, and what it is called there. */
  callStarted(callId: string): void
}

/** Sends what the candidate does besides answering. Each shows at once; the server's word then stands. */
export function createEvents(context: SessionContext, enqueue: Enqueue): Events {
  const { store, engine, now } = context
  const send = (event: ClientEvent) => void enqueue(() => sendEvent(context, event))
  const talkedOver = (unsaid: number, told?: string) => {
    const { events, live } = store.get()
    const heard = told ?? heardOf(readTranscript(events, live), unsaid)
    if (unsaid > 0) send({ kind: 'interrupted', heard: heard.slice(0, 4_000) })
  }
  const interrupt = () => {
    const { unsaid } = store.get()
    if (unsaid === 0) return
    engine.interrupt()
    talkedOver(unsaid)
  }
  return {
    hold(on) {
      if (on) interrupt()
      engine.ears?.hold(on)
      store.dispatch({ kind: 'hold-pressed', on, now: now() })
      send({ kind: 'hold', on })
    },
    mark: () => send({ kind: 'mark' }),
    note(text) {
      if (text.trim() !== '') send({ kind: 'note', text: text.trim() })
    },
    pickLines(from, to) {
      const snippetId = store.get().state?.snippet?.snippetId
      if (!snippetId) return
      store.dispatch({ kind: 'lines-picked', snippetId, from, to })
      send({ kind: 'lines-selected', snippetId, from, to })
    },
    interrupt,
    talkedOver,
    returned: () => send({ kind: 'returned' }),
    timed: send,
    callStarted: (conversationId) => send({ kind: 'call-started', conversationId }),
    agreeToRecording: () => send({ kind: 'recording-consent', on: true }),
  }
}

async function sendEvent(context: SessionContext, event: ClientEvent): Promise<void> {
  const { client, store, now, createId } = context
  const result = await client.sendEvent({ ...event, eventId: createId() })
  if (result.ok) store.dispatch({ kind: 'event-accepted', accepted: result.value, now: now() })
  else store.dispatch({ kind: 'notice-raised', fault: result.fault })
  await readSession(context)
}
