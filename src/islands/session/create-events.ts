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
  returned(): void
}

/** Sends what the candidate does besides answering. Each shows at once; the server's word then stands. */
export function createEvents(context: SessionContext, enqueue: Enqueue): Events {
  const { store, engine, now } = context
  const send = (event: ClientEvent) => void enqueue(() => sendEvent(context, event))
  return {
    hold(on) {
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
    interrupt() {
      const { unsaid, events, live } = store.get()
      if (unsaid === 0) return
      const heard = heardOf(readTranscript(events, live), unsaid)
      engine.interrupt()
      send({ kind: 'interrupted', heard: heard.slice(0, 4_000) })
    },
    returned: () => send({ kind: 'returned' }),
  }
}

async function sendEvent(context: SessionContext, event: ClientEvent): Promise<void> {
  const { client, store, now, createId } = context
  const result = await client.sendEvent({ ...event, eventId: createId() })
  if (result.ok) store.dispatch({ kind: 'event-accepted', accepted: result.value, now: now() })
  else store.dispatch({ kind: 'notice-raised', fault: result.fault })
  await readSession(context)
}
