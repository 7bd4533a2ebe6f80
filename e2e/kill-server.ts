import assert from 'node:assert/strict'
import { loadBank } from '../src/bank/load-bank.ts'
import { createHttpClient } from './http-client.ts'
import type { Aim, Strike, Took } from './kill/arm-strike.ts'
import { armStrike } from './kill/arm-strike.ts'
import { checkKept } from './kill/check-kept.ts'
import { checkLog } from './kill/check-log.ts'
import { checkSameAnswers } from './kill/check-same-answers.ts'
import { deliver } from './kill/deliver.ts'
import type { Ground } from './kill/ground.ts'
import { nextSaid } from './kill/next-said.ts'
import type { Said, Table } from './kill/table.ts'
import type { Victim } from './kill/victim.ts'
import { redisOf, serverOf } from './kill/victim.ts'
import { seededRandom } from './seeded-random.ts'
import type { Served } from './serve.ts'
import { freePort, serveSite } from './serve.ts'

export interface KillResult {
  kills: number
  sessions: number
  /** How much of each kind the server acknowledged. */
  acknowledged: Record<Said['kind'], number>
  /** How many kills struck where. */
  struck: Record<string, number>
  /** From spawning what was killed again to the first good answer that reads a session, in ms, kill by kill. */
  readyMs: number[]
}

/** Interviews that are held at once, and finished ones that are looked at again after each kill. */
const TABLES = 4
const LOOKED_AT_AGAIN = 3

const aims: Aim[] = [
  { stage: 'any' },
  { stage: 'during', kind: 'turn' },
  { stage: 'during', kind: 'finish' },
  { stage: 'answering', kind: 'turn' },
  { stage: 'during', kind: 'note' },
  { stage: 'answering', kind: 'finish' },
  { stage: 'during', kind: 'hold' },
]

const bank = loadBank('.build/bank.json')

interface KillOptions {
  kills: number
  seed: number
  ground: Ground
  /** `redis`: the database behind a server that goes on. */
  victim?: 'server' | 'redis'
}

/**
 * Kills the real server, or the real Redis behind it, with SIGKILL while interviews are held, starts it again over what
 * was kept, and goes on. The seed starts the chances that choose words and moments. Who takes which of them hangs on the machine's timing
 * too, so that a run is never repeated to the letter.
 * @throws Error that names seed and the data, which is left there, caused by the first breach: something acknowledged is lost, doubled,
 * out of order or answered in another way, a question is put twice, a report changes, a log has a gap.
 */
export async function killServer({
  kills,
  seed,
  ground,
  victim: victimName = 'server',
}: KillOptions): Promise<KillResult> {
  const port = await freePort()
  const took = { turn: 5, note: 5, hold: 5, finish: 150 }
  const site = await serveSite('', port, undefined, ground.environment)
  const run: Run = { ground, random: seededRandom(seed), tables: [], took, site }
  const victim = victimName === 'redis' ? redisOf(ground, run) : serverOf(ground, port, run)
  const struck: KillResult['struck'] = {}
  const readyMs: number[] = []
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const where = await strikeOnce(run, victim, aims[kill % aims.length] ?? { stage: 'any' })
      struck[where] = (struck[where] ?? 0) + 1
      readyMs.push(await victim.revive(probeOf(run)))
      await checkTables(run, someOf(run), 2)
    }
    await checkTables(run, run.tables)
  } catch (cause) {
    await ground.close(true)
    throw new Error(`durability is broken: seed ${seed}, ${ground.name}`, { cause })
  } finally {
    await run.site.stop('SIGKILL')
  }
  await ground.close(false)
  return { kills, sessions: run.tables.length, acknowledged: countTaken(run.tables), struck, readyMs }
}

interface Run {
  ground: Ground
  random(): number
  tables: Table[]
  took: Took
  site: Served
}

/** Interviews go on until nobody is answered. Gives where the kill struck. */
async function strikeOnce(run: Run, victim: Victim, aim: Aim): Promise<string> {
  const { tables, site, random, took } = run
  while (tables.filter(({ isOver }) => !isOver).length < TABLES) {
    const client = createHttpClient(site.url)
    tables.push({ client, sessionId: await client.create(), taken: [], isOver: false })
  }
  const wanted = aim.stage === 'any' ? undefined : aim.kind
  const strike = armStrike(aim, random, took, () => victim.kill())
  const next = (table: Table) => nextSaid(table, bank, random, wanted)
  await Promise.all(tables.map((table) => talk(table, strike, next, victim)))
  return strike.over()
}

/** Sends until the interview is over or there is no answer. What got none is sent again, under its id. */
async function talk(
  table: Table,
  strike: Strike,
  next: (table: Table) => Said,
  { isNoAnswer }: Victim,
): Promise<void> {
  while (!table.isOver) {
    const said = (table.pending ??= { ...next(table), isBegun: false })
    const sentAt = performance.now()
    const answering = deliver(table, said, () => {
      said.isBegun = true
      strike.begun(said)
    })
    strike.sent(said)
    const answer = await answering.catch((error: unknown) => {
      if (!isNoAnswer(error)) throw error
    })
    if (answer === undefined) return
    strike.answered(said, performance.now() - sentAt)
    take(table, said, answer)
  }
}

function take(table: Table, { kind, id, text }: Said, answer: string): void {
  table.taken.push({ kind, id, text, answer })
  delete table.pending
  if (kind !== 'finish') return
  const report: unknown = JSON.parse(answer)
  table.report ??= report
  assert.deepEqual(report, table.report, `finishing ${table.sessionId} gives another report than was stored`)
  table.isOver = true
}

/** Checks tables against the running server and the log beside it, with the last `answers` of each sent again. */
async function checkTables({ ground }: Run, tables: Table[], answers = Infinity): Promise<void> {
  const log = ground.openLog()
  for (const table of tables) {
    await checkKept(table)
    await checkSameAnswers(table, table.taken.slice(-answers))
    await checkLog(log, table.sessionId)
  }
  await log.close()
}

/** The interviews that go on, and some that are over. */
function someOf({ tables, random }: Run): Table[] {
  const over = tables.filter(({ isOver }) => isOver)
  const looked = Array.from({ length: LOOKED_AT_AGAIN }, () => over[Math.floor(random() * over.length)])
  return [...tables.filter(({ isOver }) => !isOver), ...looked.flatMap((table) => table ?? [])]
}

function probeOf({ tables }: Run) {
  const last = tables.at(-1)
  return { path: `/api/sessions/${last?.sessionId}`, cookie: last?.client.cookie() ?? '' }
}

function countTaken(tables: Table[]): KillResult['acknowledged'] {
  const count = { turn: 0, note: 0, hold: 0, finish: 0 }
  for (const { kind } of tables.flatMap(({ taken }) => taken)) count[kind] += 1
  return count
}
