import { createEvents } from './create-events.ts'
import type { Events } from './create-events.ts'
import { createTurns } from './create-turns.ts'
import type { Turns } from './create-turns.ts'
import type { SessionStore } from './create-store.ts'
import { loadSnippets } from './load-snippets.ts'
import { readSession } from './read-session.ts'
import type { SessionContext } from './session-context.ts'
import { createQueue } from './session-context.ts'
import { watchSilence } from './watch-silence.ts'

/** One live interview, whatever shows it. */
export interface Session extends Omit<Events, 'returned'> {
  store: SessionStore
  /** Opens a new interview, or takes up one that is under way. */
  join(): Promise<void>
  write(draft: string): void
  /** Sends words as an answer; false when there are none or another answer is on its way. */
  submit(text: string): boolean
  /** The page was closed or put away for good. */
  leave(): void
  /** The page is in front again: look what other tabs did, and start the clock if it stood. */
  comeBack(): void
  /** Ends the interview and goes to its report. */
  end(): Promise<void>
}

export function createSession(context: SessionContext): Session {
  const { store, engine, client, drafts } = context
  const enqueue = createQueue()
  const turns = createTurns(context, enqueue)
  const events = createEvents(context, enqueue)
  listen(context, turns)
  watchSilence(store, () => void turns.waited())
  loadSnippets(context)
  const isLive = () => store.get().state?.phase === 'live' && !store.get().finishing
  return {
    ...events,
    store,
    join: () => join(context, turns, events),
    write(draft) {
      store.dispatch({ kind: 'draft-changed', text: draft })
      drafts.write(draft)
      engine.write(draft)
    },
    submit: (text) => engine.submit(text),
    leave() {
      if (isLive()) client.leave()
    },
    comeBack() {
      if (isLive()) events.returned()
    },
    end: () => enqueue(() => end(context)),
  }
}

/** What is said while an answer is on its way is not sent; a draft then stays in its field. */
function listen({ engine, store }: SessionContext, turns: Turns): void {
  engine.start((event) => {
    switch (event.kind) {
      case 'speech-progressed':
        return store.dispatch({ kind: 'speech-progressed', unsaid: event.unsaid })
      case 'turn-committed': {
        const { text, startedAt, endedAt, source } = event
        engine.interrupt()
        const isDraft = store.get().draft.trim() === text
        if (turns.send({ text, startedAt, endedAt, source }) && isDraft)
          store.dispatch({ kind: 'draft-changed', text: '' })
        return
      }
      case 'candidate-active':
        return
    }
  })
}

async function join(context: SessionContext, turns: Turns, events: Events): Promise<void> {
  const { store, drafts } = context
  if (!(await readSession(context))) return
  restoreDraft(context)
  const phase = store.get().state?.phase
  if (phase === 'ready') await turns.open()
  if (phase === 'live') events.returned()
  if (phase === 'closed' || phase === 'finished') drafts.write('')
}

/** The draft of before a reload, unless it had been sent by then. */
function restoreDraft({ store, drafts }: SessionContext): void {
  const draft = drafts.read()
  const said = store
    .get()
    .events.some((event) => event.kind === 'candidate-said' && event.text === draft.trim())
  if (draft !== '' && !said) store.dispatch({ kind: 'draft-changed', text: draft })
}

async function end(context: SessionContext): Promise<void> {
  const { store, client, engine, drafts, sessionId, goTo } = context
  store.dispatch({ kind: 'finish-changed', finishing: true })
  const result = await client.finish()
  if (result.ok) {
    engine.stop()
    drafts.write('')
    return goTo(`/report/${sessionId}`)
  }
  store.dispatch({ kind: 'finish-changed', finishing: false })
  store.dispatch({ kind: 'notice-raised', fault: result.fault })
}
