import { FaultBody } from '../../wire/fault.ts'
import type { Frame } from '../../wire/frame.ts'
import { EventAccepted, SessionCreated, SessionView, SnippetView } from '../../wire/sessions.ts'
import type { ClientEvent, TakeTurn } from '../../wire/sessions.ts'
import { VoiceAccess } from '../../wire/voice.ts'
import { backOff } from './back-off.ts'
import type { ClientFault, Result } from './fault.ts'
import { unreachable, unreadable } from './fault.ts'
import { parseJson } from './parse-json.ts'
import { readFrames } from './read-frames.ts'

export type Turn = Pick<TakeTurn, 'turnId' | 'text'> & Partial<TakeTurn>

/** What becomes of a turn. After `retrying` its frames come again from the first; `fault` is the last. */
export type TurnUpdate =
  { kind: 'frame'; frame: Frame } | { kind: 'retrying' } | { kind: 'fault'; fault: ClientFault }

export interface ApiClient {
  /** The state, and the events after `from`. */
  getSession(from: number): Promise<Result<SessionView>>
  getSnippet(snippetId: string): Promise<Result<SnippetView>>
  /** Give it an `eventId`, so that an attempt whose answer got lost counts once. */
  sendEvent(event: ClientEvent): Promise<Result<EventAccepted>>
  sendTurn(turn: Turn): AsyncGenerator<TurnUpdate>
  finish(): Promise<Result<{ id: string }>>
  /** Says how the interview is held from now on, and gets what that takes. */
  askAccess(engine: VoiceAccess['engine']): Promise<Result<VoiceAccess>>
  /** The same for one conversation with a far side; asked once, since whoever dials asks again. */
  askCall(): Promise<Result<VoiceAccess>>
  /** Says that the candidate is away, even while the page is being closed. */
  leave(): void
}

export interface ClientOptions {
  sessionId: string
  fetch: typeof fetch
  /** Resolves after so many milliseconds, or sooner when there is reason to try again. */
  wait: (ms: number) => Promise<void>
  now: () => number
  /** Milliseconds of the last round trip, or null while the server cannot be reached. */
  onNetwork: (latencyMs: number | null) => void
}

/** Attempts before the server's own trouble (5xx, busy) is reported. The network is tried for ever. */
const SERVER_ATTEMPTS = 5

/** Of a report the page needs no more than whose it is: it is read on a page of its own. */
const FinishedReport = SessionCreated.pick({ id: true })

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

type Attempt = { ok: true; response: Response } | { ok: false; fault: ClientFault; again: boolean }

/** The calls of one interview. Nothing here throws: what goes wrong is a value. */
export function createApiClient(options: ClientOptions): ApiClient {
  const { sessionId, wait } = options
  const base = `/api/sessions/${encodeURIComponent(sessionId)}`
  const get = <T>(path: string, schema: Schema<T>) => persist(options, `${base}${path}`, {}, schema)
  const post = <T>(path: string, body: unknown, schema: Schema<T>) =>
    persist(options, `${base}${path}`, postInit(body), schema)
  return {
    getSession: (from) => get(`?from=${from}`, SessionView),
    getSnippet: (snippetId) => get(`/snippets/${encodeURIComponent(snippetId)}`, SnippetView),
    sendEvent: (event) => post('/events', event, EventAccepted),
    finish: () => post('/finish', {}, FinishedReport),
    askAccess: (engine) =>
      persist(options, '/api/voice/access', postInit({ sessionId, engine }), VoiceAccess),
    askCall: async () => {
      const init = postInit({ sessionId, engine: 'elevenlabs' })
      return (await ask(options, '/api/voice/access', init, VoiceAccess)).result
    },
    leave: () => {
      const init = { ...postInit({ kind: 'left' }), keepalive: true }
      options.fetch(`${base}/events`, init).catch(() => undefined)
    },
    async *sendTurn(turn) {
      for (let failed = 1; ; failed += 1) {
        const fault = yield* takeTurn(options, `${base}/turns`, turn)
        if (!fault) return
        if (!isWorthAnother(fault, failed)) {
          const { code, message, hint } = fault
          yield { kind: 'fault', fault: { code, message, hint } }
          return
        }
        yield { kind: 'retrying' }
        await wait(backOff(failed))
      }
    },
  }
}

/** One attempt at a turn; the fault it ended in, or undefined once `done` has come. */
async function* takeTurn(
  options: ClientOptions,
  url: string,
  turn: Turn,
): AsyncGenerator<TurnUpdate, (ClientFault & { again: boolean }) | undefined> {
  const result = await attempt(options, url, postInit(turn))
  if (!result.ok) return { ...result.fault, again: result.again }
  const { body } = result.response
  if (!body) return { ...unreadable, again: false }
  try {
    for await (const frame of readFrames(body)) {
      if (frame.event === 'error') return { ...frame.data, again: true }
      yield { kind: 'frame', frame }
      if (frame.event === 'done') return undefined
    }
  } catch {
    options.onNetwork(null)
  }
  return { ...unreachable, again: true }
}

/** One attempt, and whether another may do better. */
async function ask<T>(
  options: ClientOptions,
  url: string,
  init: RequestInit,
  schema: Schema<T>,
): Promise<{ result: Result<T>; again: boolean }> {
  const attempted = await attempt(options, url, init)
  if (!attempted.ok) return { result: { ok: false, fault: attempted.fault }, again: attempted.again }
  const body = await readBody(attempted.response)
  if (!body) return { result: { ok: false, fault: unreachable }, again: true }
  return { result: parse(body.text, schema), again: false }
}

async function persist<T>(
  options: ClientOptions,
  url: string,
  init: RequestInit,
  schema: Schema<T>,
): Promise<Result<T>> {
  for (let failed = 1; ; failed += 1) {
    const { result, again } = await ask(options, url, init, schema)
    if (result.ok || !isWorthAnother({ ...result.fault, again }, failed)) return result
    await options.wait(backOff(failed))
  }
}

function isWorthAnother({ code, again }: ClientFault & { again: boolean }, failed: number): boolean {
  return code === unreachable.code || (again && failed < SERVER_ATTEMPTS)
}

async function attempt(options: ClientOptions, url: string, init: RequestInit): Promise<Attempt> {
  const sentAt = options.now()
  try {
    const response = await options.fetch(url, init)
    options.onNetwork(options.now() - sentAt)
    if (response.ok) return { ok: true, response }
    const fault = await readFault(response)
    return { ok: false, fault, again: response.status >= 500 || fault.code === 'busy' }
  } catch {
    options.onNetwork(null)
    return { ok: false, fault: unreachable, again: true }
  }
}

/** Undefined when the connection broke before the end. */
async function readBody(response: Response): Promise<{ text: string } | undefined> {
  try {
    return { text: await response.text() }
  } catch {
    return undefined
  }
}

function parse<T>(text: string, schema: Schema<T>): Result<T> {
  const parsed = schema.safeParse(parseJson(text))
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, fault: unreadable }
}

/** A proxy in front may answer in its own words; those are told by their status. */
async function readFault(response: Response): Promise<ClientFault> {
  const body: unknown = await response.json().catch(() => undefined)
  const parsed = FaultBody.safeParse(body)
  if (parsed.success) return parsed.data.error
  return {
    code: `status-${response.status}`,
    message: `The server answered with status ${response.status}.`,
    hint: 'Try again in a moment. Nothing that was acknowledged is lost.',
  }
}

function postInit(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
