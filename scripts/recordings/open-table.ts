import { seededRandom } from '../../e2e/seeded-random.ts'
import type { Dependencies } from '../../src/api/dependencies.ts'
import type { Session } from '../../src/api/session-store.ts'
import { openTestApp } from '../../src/api/test-app.ts'
import { correctPlan } from '../../src/api/usecases/correct-plan.ts'
import { createSession } from '../../src/api/usecases/create-session.ts'
import type { Part } from './part.ts'
import { postings } from './postings.ts'
import { readAsModel } from './read-as-model.ts'

/** An interview that is being played: the real use cases over a memory log, with a clock that the player moves. */
export interface Table {
  part: Part
  dependencies: Dependencies
  id: string
  ownerId: string
  /** Moves the clock on, in ms. */
  passTime(ms: number): void
  /** Resolves when what goes on in the background is over. */
  atRest(): Promise<unknown>
  /** 0 up to 1. */
  random(): number
  /** One of the items. */
  choose<T>(items: readonly [T, ...T[]]): T
  session(): Promise<Session>
}

/** Creates the session of a part; one in three corrects its plan, and one that nobody joins always does. */
export async function openTable(part: Part): Promise<Table> {
  const { posting, level, domain, focus, extraTime } = part
  const languageModel = part.model
    ? { languageModel: { model: readAsModel(), passes: 3, deadlineMs: 5_000 } }
    : {}
  const { dependencies: shared, passTime, atRest } = openTestApp({ seed: part.seed, ...languageModel })
  const dependencies: Dependencies = { ...shared, newId: () => `recorded-${part.name}` }
  const random = seededRandom(part.seed)
  const ownerId = `owner-of-${part.name}`
  const request = { jd: postings[posting], level, domain, focus, extraTime }
  const { id } = await createSession(dependencies, request, ownerId)
  const table: Table = {
    part,
    dependencies,
    id,
    ownerId,
    passTime,
    atRest,
    random,
    choose: (items) => items[Math.floor(random() * items.length)] ?? items[0],
    session: () => dependencies.sessions.own(id, ownerId),
  }
  if (part.ending === 'planned' || part.seed % 3 === 0) await correctTwice(table)
  return table
}

async function correctTwice({ part, dependencies, id, ownerId, passTime, session }: Table): Promise<void> {
  passTime(20_000)
  const [first] = (await session()).state.plan?.competencies ?? []
  const drop = first ? [first.id] : []
  await correctPlan(dependencies, id, ownerId, { drop, add: ['observability'] })
  passTime(45_000)
  const level = part.level === 'senior' ? 'mid' : 'senior'
  await correctPlan(dependencies, id, ownerId, part.seed % 2 ? { level } : { track: 'edge' })
}
