import { createEvents } from './create-events.ts'
import type { Events } from './create-events.ts'
import { createTurns } from './create-turns.ts'
import { createTurnTimes } from './create-turn-times.ts'
import { createVoice } from './create-voice.ts'
import type { Voice } from './create-voice.ts'
import type { Turns } from './create-turns.ts'
import type { SessionStore } from './create-store.ts'
import { loadSnippets } from './load-snippets.ts'
import { readSession } from './read-session.ts'
import type { Enqueue, SessionContext } from './session-context.ts'
import { createQueue } from './session-context.ts'
import { isOver } from './session-view.ts'
import { watchSilence } from './watch-silence.ts'

/** One live interview, whatever shows it. */
export interface Session
  extends Omit<Events, 'returned' | 'talkedOver' | 'agreeToRecording' | 'callStarted' | 'timed'>, Voice {
  sessionId: string
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
  /** Hears and says nothing any more: another session goes on with the same interview. */
  close(): void
  /** Ends the interview and goes to its report. */
  end(): Promise<void>
}

export function createSession(context: SessionContext): Session {
  const { store, engine, client } = context
  const enqueue = createQueue()
  const turns = createTurns(context, enqueue)
  const events = createEvents(context, enqueue)
  if (!engine.ledFromAfar) watchSilence(store, () => void turns.waited())
  loadSnippets(context)
  const isLive = () => store.get().state?.phase === 'live' && !store.get().finishing
  return {
    ...events,
    ...createVoice(context),
    sessionId: context.sessionId,
    store,
    join: () => join(context, turns, events, enqueue),
    write(draft) {
      setDraft(context, draft)
      engine.write(draft)
    },
    submit: (text) => engine.submit(text),
    leave() {
      if (isLive()) client.leave()
    },
    comeBack() {
      if (isLive()) events.returned()
    },
    close: () => engine.stop(),
    end: () => enqueue(() => end(context)),
  }
}

/** What is typed while an answer is on its way is not sent; a draft then stays in its field. */
function listen(context: SessionContext, turns: Turns, events: Events, enqueue: Enqueue): void {
  const { engine, store } = context
  const times = createTurnTimes(store, events.timed)
  const readOn = async () => {
    await readSession(context)
    times.settle()
  }
  engine.start((event) => {
    switch (event.kind) {
      case 'speech-progressed':
        return store.dispatch({ kind: 'speech-progressed', unsaid: event.unsaid })
      case 'turn-committed': {
        const { text, startedAt, endedAt, source } = event
        engine.interrupt()
        const wasDraft = isDraft(store, text)
        if (turns.send({ text, startedAt, endedAt, source }) && wasDraft)
          store.dispatch({ kind: 'draft-changed', text: '' })
        return
      }
      case 'candidate-active':
        return store.dispatch({ kind: 'candidate-active', now: event.at })
      case 'heard':
        return store.dispatch({ kind: 'speech-heard', text: event.text })
      case 'talked-over':
        events.talkedOver(event.unsaid, event.heard)
        return store.dispatch({ kind: 'speech-progressed', unsaid: 0 })
      case 'turn-heard':
        return times.heard(event)
      case 'microphone-changed':
        return store.dispatch({ kind: 'microphone-changed', state: event.state })
      case 'answer-handed-on':
        if (isDraft(store, event.text)) setDraft(context, '')
        return
      case 'line-changed':
        store.dispatch({ kind: 'line-changed', fault: event.connected ? null : event.cause })
        if (event.connected) return events.callStarted(event.callId)
        return void enqueue(() => loseLine(context, event.unanswered))
      case 'hung-up':
      case 'log-grew':
        return void enqueue(readOn)
    }
  })
}

/** Whether an answer holds all that stands in its field. */
function isDraft(store: SessionStore, answer: string): boolean {
  return answer.endsWith(store.get().draft.trim())
}

/** Puts words into the field, and keeps them for a reload. */
function setDraft({ store, drafts }: SessionContext, text: string): void {
  store.dispatch({ kind: 'draft-changed', text })
  drafts.write(text)
}

/**
 * There is no line: no other is dialled for an interview that is over, as when another tab has ended it. A typed answer
 * that got lost with it is put back into its field, unless the log holds it or the field is used.
 */
async function loseLine(context: SessionContext, unanswered: string | null): Promise<void> {
  await readSession(context)
  const { state, events, draft } = context.store.get()
  if (isOver(state)) return context.engine.stop()
  const last = events.findLast((event) => event.kind === 'candidate-said')
  const isKept = last?.kind === 'candidate-said' && last.text === unanswered?.trim()
  if (unanswered !== null && !isKept && draft === '') setDraft(context, unanswered)
}

async function join(context: SessionContext, turns: Turns, events: Events, enqueue: Enqueue): Promise<void> {
  const { store, drafts, engine, record } = context
  if (!(await readSession(context))) return
  restoreDraft(context)
  const phase = store.get().state?.phase
  if (phase === 'closed' || phase === 'finished') return drafts.write('')
  listen(context, turns, events, enqueue)
  if (!engine.ledFromAfar) {
    await chooseEngine(context)
    if (phase === 'ready') await turns.open()
  }
  if (phase === 'live') events.returned()
  if (record) events.agreeToRecording()
}

/** The server waits longer for typed answers than for spoken ones. */
async function chooseEngine({ client, engineKind, store }: SessionContext): Promise<void> {
  const access = await client.askAccess(engineKind)
  if (!access.ok) store.dispatch({ kind: 'notice-raised', fault: access.fault })
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
  const { store, client, engine, drafts, recording, sessionId, goTo } = context
  store.dispatch({ kind: 'finish-changed', finishing: true })
  await recording?.finish()
  const result = await client.finish()
  if (result.ok) {
    engine.stop()
    drafts.write('')
    return goTo(`/report/${sessionId}`)
  }
  store.dispatch({ kind: 'finish-changed', finishing: false })
  store.dispatch({ kind: 'notice-raised', fault: result.fault })
}
