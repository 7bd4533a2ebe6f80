import { setImmediate as hop } from 'node:timers/promises'
import type { Dependencies } from '../../src/api/dependencies.ts'
import { Fault } from '../../src/api/failure.ts'
import { createSessionStore } from '../../src/api/session-store.ts'
import { changeAccount } from '../../src/api/usecases/change-account.ts'
import { readAccount } from '../../src/api/usecases/read-account.ts'
import { settleCredits } from '../../src/api/usecases/settle-credits.ts'
import { voiceAccess } from '../../src/api/usecases/voice-access.ts'
import type { NewEvent, SessionEvent } from '../../src/domain/interview/event.ts'
import { placeEvents } from '../../src/domain/interview/place-events.ts'
import { StorageFailure } from '../../src/storage/storage-failure.ts'
import { VoiceAccessFailure } from '../../src/voice/voice-access.ts'
import { seededRandom } from '../../e2e/seeded-random.ts'
import { openPaidApp } from './open-paid-app.ts'

/** What a run came to. `broken`: rounds in which sessions and credits did not agree. */
export interface StartsPlayed {
  starts: number
  rounds: number
  started: number
  refused: number
  failed: number
  broken: string[]
}

type App = Awaited<ReturnType<typeof openPaidApp>>

/** Longer than any call can begin after access, in ms: what a lost answer of the ledger leaves is given back by then. */
const LATER_MS = 3 * 60 * 60_000

/**
 * Sessions that start at the same time on 1 to 3 credits, each from 1 to 4 tabs of two processes, which try again when they
 * fail; the voice service fails every fourth time, the ledger now and then, before or after it was written. After a sweep
 * the credits used are the sessions that got access, to the unit; after another, when their code was reached, all the more.
 */
export async function playStarts(
  count: number,
  seed: number,
  stores: Parameters<typeof openPaidApp>[0] = {},
): Promise<StartsPlayed> {
  const random = seededRandom(seed)
  const app = await openPaidApp(stores)
  const played: StartsPlayed = { starts: 0, rounds: 0, started: 0, refused: 0, failed: 0, broken: [] }
  try {
    const template = await templateOf(app)
    const processes = [unsteady(app.dependencies, random), unsteady(app.dependencies, random)]
    while (played.starts < count) {
      played.rounds += 1
      await playRound(app, processes, template, random, played)
    }
    return played
  } finally {
    await app.close()
  }
}

async function playRound(
  app: App,
  processes: readonly Dependencies[],
  template: SessionEvent[],
  random: () => number,
  played: StartsPlayed,
): Promise<void> {
  const ownerId = `starter-${played.rounds}`
  const credits = 1 + Math.floor(random() * 3)
  await changeAccount(app.dependencies, ownerId, () => [
    { kind: 'order-paid', orderId: 'o', number: '1', product: 'single', credits, cents: 1, currency: 'EUR' },
  ])
  const ids = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, n) => `s-${played.rounds}-${n}`)
  for (const id of ids) await copySession(app.dependencies, template, id, ownerId)
  const started = new Set<string>()
  const tab = async (sessionId: string) => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      played.starts += 1
      const process = processes[Math.floor(random() * processes.length)] ?? app.dependencies
      const outcome = await start(process, ownerId, sessionId)
      if (outcome === 'started') started.add(sessionId)
      if (outcome === 'failed') played.failed += 1
      if (outcome === 'refused') played.refused += 1
      if (outcome !== 'failed') return
    }
  }
  const tabs = ids.flatMap((id) => Array.from({ length: 1 + Math.floor(random() * 4) }, () => id))
  await Promise.all(tabs.map(tab))
  played.started += started.size
  const expectSums = async (when: string, wanted: number[]) => {
    const { balance, held, used } = await readAccount(app.dependencies.ledger, ownerId)
    if (String([balance, held, used]) !== String(wanted))
      played.broken.push(
        `${ownerId} ${when}: ${[balance, held, used].join()} where ${wanted.join()} are right`,
      )
  }
  for (const id of started) await callIn(app.dependencies, id, pickedUp)
  await settle(app)
  await expectSums('after a sweep', [credits - started.size, started.size, 0])
  for (const id of ids) await callIn(app.dependencies, id, reachedCode)
  await settle(app)
  await expectSums('after the code', [credits - started.size, 0, started.size])
}

async function start(
  dependencies: Dependencies,
  ownerId: string,
  sessionId: string,
): Promise<'started' | 'refused' | 'failed'> {
  try {
    await voiceAccess(dependencies, ownerId, { sessionId, engine: 'elevenlabs' })
    return 'started'
  } catch (error) {
    if (error instanceof Fault && error.code === 'no-credit') return 'refused'
    if (error instanceof Fault && error.code === 'busy') return 'failed'
    if (error instanceof VoiceAccessFailure || error instanceof StorageFailure) return 'failed'
    throw error
  }
}

async function settle({ dependencies, passTime }: App): Promise<void> {
  passTime(LATER_MS)
  const fail = (error: unknown) => {
    throw error
  }
  await settleCredits(dependencies, fail)
}

/** A process of its own on the same stores: everything takes a while, and some of it fails. */
function unsteady(shared: Dependencies, random: () => number): Dependencies {
  const { ledger, log } = shared
  const fail = () => {
    throw new StorageFailure('append', new Error('lost'))
  }
  return {
    ...shared,
    sessions: createSessionStore(log, (error) => {
      throw error
    }),
    voice: {
      engines: shared.voice.engines,
      elevenLabs: {
        async signedUrl() {
          for (let hops = Math.floor(random() * 6); hops > 0; hops -= 1) await hop()
          if (random() < 0.25) throw new VoiceAccessFailure('unreachable', 'told to fail')
          return 'wss://api.example/v1?sig=1'
        },
      },
    },
    ledger: {
      ...ledger,
      async read(...request) {
        if (random() < 0.5) await hop()
        return ledger.read(...request)
      },
      async append(...request) {
        if (random() < 0.5) await hop()
        const luck = random()
        if (luck < 0.03) fail()
        const result = await ledger.append(...request)
        return luck < 0.06 ? fail() : result
      },
    },
  }
}

async function templateOf(app: App): Promise<SessionEvent[]> {
  const { id } = await app.newClient().create()
  return app.dependencies.log.read(id, 0)
}

async function copySession(
  { log }: Dependencies,
  template: SessionEvent[],
  id: string,
  ownerId: string,
): Promise<void> {
  const events = template.map((event) => (event.kind === 'created' ? { ...event, ownerId } : event))
  await log.append(id, 0, events, ownerId)
}

const pickedUp: NewEvent[] = [{ kind: 'agent-said', text: 'Hello.', by: 'planned', act: 'reply' }]
const reachedCode: NewEvent[] = [
  { kind: 'section-entered', section: 'B' },
  { kind: 'agent-said', text: 'Goodbye.', by: 'planned', act: 'close' },
]

/** What a call brings of the session. */
async function callIn({ sessions, now }: Dependencies, id: string, news: NewEvent[]): Promise<void> {
  const session = await sessions.find(id)
  if (!session) throw new Error(`no session ${id}`)
  const cause = `turn:call:c:${session.state.seq}`
  await sessions.append(session, placeEvents(session.state, news, cause, now()))
}
