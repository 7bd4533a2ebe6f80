import { createApp } from './app.ts'
import { compose } from './compose.ts'
import { newSigningKey } from './new-signing-key.ts'
import { createOperatorDoor } from './operator-door.ts'
import type { LogLine } from './operator-log.ts'
import type { Payments } from '../payments/payments.ts'
import type { VoiceAccess } from '../voice/voice-access.ts'
import type { Dependencies, LanguageModel, Voice } from './dependencies.ts'
import type { Settings } from './env.ts'
import type { Frame } from '../wire/frame.ts'
import { Frame as FrameSchema } from '../wire/frame.ts'
import { FaultBody } from '../wire/fault.ts'
import type { SessionCreated } from '../wire/sessions.ts'
import { SessionCreated as SessionCreatedSchema } from '../wire/sessions.ts'

/** A posting that reads as web, senior, with billing, webhooks and idempotency. */
export const POSTING = `Senior Engineer, Billing Platform

You will own the services that charge our customers, retry what fails without charging anyone twice, and
reconcile the difference at the end of the day. About 40 million requests a day.
Requirements: TypeScript and Postgres in production. Webhooks, idempotency, queues, rate limiting, observability.`

const settings = {
  log: 'errors' as const,
  bankPath: '.build/bank.json',
  documentsDir: '.build/documents',
  cookieSecret: 'a secret that only the tests know, 32+',
  isOnVercel: false,
}
let shared: Dependencies | undefined

/** One memory log and one finder for a whole test file: every client is an owner of its own. */
function inMemory(): Dependencies {
  shared ??= compose({ ...settings, dataDir: '', storage: 'memory' })
  return shared
}

export interface TestOptions {
  seed?: number
  /** Keeps everything in this folder; without it, in memory. */
  dataDir?: string
  /** How the voice service is asked after calls, and how it signs. */
  calls?: Pick<Settings, 'elevenLabs' | 'elevenLabsWebhookSecret'>
  /** Interviews can be held by it. */
  elevenLabs?: VoiceAccess
  /** Keeps logs and records; without it, in memory or `dataDir`. */
  kv?: Settings['kv']
  /** Sells credits. */
  payments?: Payments
  /** What finds evidence beside the built-in finder. */
  languageModel?: LanguageModel
  operator?: Settings['operator']
}

/** The real app over a memory log and the built bank, with a clock that the test moves. */
export function openTestApp({
  seed = 7,
  dataDir,
  calls,
  elevenLabs,
  languageModel,
  operator,
  payments,
  kv,
}: TestOptions = {}) {
  let nowMs = Date.UTC(2026, 10, 23, 9)
  const storage = dataDir === undefined ? ('memory' as const) : ('sqlite' as const)
  const isUsual = [dataDir, calls, payments, kv].every((each) => each === undefined)
  const composed = isUsual
    ? inMemory()
    : compose(
        {
          ...settings,
          dataDir: dataDir ?? '',
          storage,
          ...calls,
          ...(kv ? { kv, signingKey: newSigningKey() } : {}),
        },
        () => nowMs,
      )
  const voice: Voice = elevenLabs ? { engines: ['typed', 'local', 'elevenlabs'], elevenLabs } : composed.voice
  const errors: unknown[] = []
  const lines: LogLine[] = []
  const working: Promise<void>[] = []
  const dependencies: Dependencies = {
    ...composed,
    background: (work) => void working.push(work.catch((error) => void errors.push(error))),
    ...(languageModel ? { languageModel } : {}),
    ...(operator ? { operator: { ...operator, door: createOperatorDoor('a secret', operator.token) } } : {}),
    voice,
    ...(payments ? { payments } : {}),
    now: () => nowMs,
    newSeed: () => seed,
  }
  const app = createApp(dependencies, (line) => {
    lines.push(line)
    if (line.kind === 'error') errors.push(line)
  })
  return {
    app,
    dependencies,
    /** Unexpected errors so far. */
    errors,
    /** Lines of the operator's log so far. */
    lines,
    /** Resolves when what goes on in the background is over. */
    atRest: () => Promise.all(working),
    passTime: (ms: number) => {
      nowMs += ms
    },
    newClient: () => createClient(app),
  }
}

type TestApp = ReturnType<typeof createApp>

/** One browser: keeps its cookie, speaks JSON. */
function createClient(app: TestApp) {
  let cookie = ''
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const init: RequestInit = {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }
    const response = await app.request(`http://localhost${path}`, init)
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
  return {
    send,
    cookie: () => cookie,
    setCookie: (value: string) => {
      cookie = value
    },
    async create(request: object = {}): Promise<SessionCreated> {
      const response = await send('POST', '/api/sessions', { jd: POSTING, ...request })
      return SessionCreatedSchema.parse(await response.json())
    },
    /** Frames of a turn that is expected to be answered. */
    async turn(id: string, turnId: string, text: string): Promise<Frame[]> {
      const response = await send('POST', `/api/sessions/${id}/turns`, { turnId, text })
      return readFrames(await response.text())
    },
  }
}

/** Parses an SSE body against the frame schema. */
export function readFrames(body: string): Frame[] {
  return body
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const [eventLine = '', dataLine = ''] = block.split('\n')
      const data: unknown = JSON.parse(dataLine.replace(/^data: /, ''))
      return FrameSchema.parse({ event: eventLine.replace(/^event: /, ''), data })
    })
}

/** What was said in the frames of one turn. */
export function spoken(frames: Frame[]): string {
  return frames.map((frame) => (frame.event === 'say' ? frame.data.text : '')).join('')
}

/** A server with one client whose interview has been opened. */
export async function startedSession(request: object = {}) {
  const server = openTestApp()
  const client = server.newClient()
  const { id } = await client.create(request)
  const opening = await client.turn(id, 'open', '')
  return { ...server, client, id, opening }
}

/** The fault code of a refusal. */
export async function codeOf(response: Response): Promise<string> {
  return FaultBody.parse(await response.json()).error.code
}
