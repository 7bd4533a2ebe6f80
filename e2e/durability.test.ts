import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { playCandidate } from '../src/api/play-candidate.ts'
import { readFrames, spoken } from '../src/api/test-app.ts'
import { loadBank } from '../src/bank/load-bank.ts'
import { createSqliteLog } from '../src/storage/drivers/sqlite.ts'
import type { HttpClient } from './http-client.ts'
import { createHttpClient, doneOf } from './http-client.ts'
import { seededRandom } from './seeded-random.ts'
import type { Served } from './serve.ts'
import { freePort, newDataDir, serveSite } from './serve.ts'

/** Set both to repeat or lengthen a run. */
const kills = Number(process.env['OFFHOOK_KILLS'] || 20)
const seed = Number(process.env['OFFHOOK_SEED'] || 1)

const TABLES = 4
const bank = loadBank('.build/bank.json')
const random = seededRandom(seed)
let site: Served | undefined
afterAll(() => site?.stop('SIGKILL'))

interface Said {
  /** `note` ids are event ids. */
  kind: 'turn' | 'note'
  id: string
  text: string
}

/** One interview and what its candidate knows about it. */
interface Table {
  client: HttpClient
  sessionId: string
  /** What the server has acknowledged, in order, with the bytes it answered. */
  taken: (Said & { answer: string })[]
  /** Sent, and the connection broke before the whole answer was there. */
  pending?: Said
  isOver: boolean
}

/** Calls `strike` when `pass` has been called `after` times. */
function fuse(after: number, strike: () => void) {
  let left = after
  return {
    pass() {
      left -= 1
      if (left === 0) strike()
    },
  }
}

function nextWords({ taken }: Table): Said {
  const spokenLast = taken.findLast(({ kind }) => kind === 'turn')
  if (!spokenLast) return { kind: 'turn', id: 'open', text: '' }
  const id = `${taken.length}-${Math.floor(random() * 1e9)}`
  if (taken.at(-1)?.kind === 'turn' && random() < 0.3) return { kind: 'note', id, text: `note ${id}` }
  return { kind: 'turn', id, text: playCandidate(bank, 'strong', spoken(readFrames(spokenLast.answer))) }
}

async function deliver({ client, sessionId }: Table, { kind, id, text }: Said): Promise<string> {
  if (kind === 'turn') return client.turn(sessionId, id, text)
  const body = { kind: 'note', text, eventId: id }
  const response = await client.send('POST', `/api/sessions/${sessionId}/events`, body)
  expect(response.status).toBe(200)
  return response.text()
}

/** Talks until the interview is over or the server is gone. What got no answer is sent again, under its id. */
async function talk(table: Table, moment: { pass(): void }): Promise<void> {
  while (!table.isOver) {
    const words = table.pending ?? nextWords(table)
    table.pending = words
    moment.pass()
    const answer = await deliver(table, words).catch((error: unknown) => {
      if (error instanceof TypeError) return undefined
      throw error
    })
    if (answer === undefined) return
    table.taken.push({ ...words, answer })
    delete table.pending
    table.isOver = words.kind === 'turn' && doneOf(answer).ended
    moment.pass()
  }
}

/** Everything acknowledged is there once and in order; what was pending is there once, at the end, or not at all. */
async function checkKept(table: Table): Promise<void> {
  const { events } = await table.client.view(table.sessionId)
  const kept = events.flatMap((event) =>
    event.kind === 'candidate-said' ? [event.turnId] : event.kind === 'note-added' ? [event.text] : [],
  )
  const nameOf = ({ kind, id, text }: Said) => (kind === 'turn' ? id : text)
  const taken = table.taken.filter(({ id }) => id !== 'open').map(nameOf)
  const pending = table.pending ? [nameOf(table.pending)] : []
  expect(kept.slice(0, taken.length)).toEqual(taken)
  expect([[], pending]).toContainEqual(kept.slice(taken.length))
}

async function checkSameAnswers(table: Table, taken: Table['taken']): Promise<void> {
  for (const said of taken.filter(({ kind }) => kind === 'turn')) {
    expect([said.id, await deliver(table, said)]).toEqual([said.id, said.answer])
  }
}

/** The log itself: numbered without a gap, no event id twice, no ask put twice. */
async function checkLog(dataDir: string, tables: Table[]): Promise<void> {
  const log = createSqliteLog(join(dataDir, 'offhook.db'))
  for (const { sessionId } of tables) {
    const events = await log.read(sessionId, 0)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    const asks = events.flatMap((event) =>
      event.kind === 'agent-said' && event.act === 'ask' ? [`${event.questionId}/${event.askId}`] : [],
    )
    expect(asks.length).toBeGreaterThan(0)
    expect(asks.filter((ask, index) => asks.indexOf(ask) !== index)).toEqual([])
  }
  await log.close()
}

describe('a server that is killed', () => {
  test(`at ${kills} random moments (seed ${seed}) keeps every acknowledged turn once, in order, and answers it again with the same bytes`, async () => {
    const dataDir = newDataDir()
    const port = await freePort()
    const tables: Table[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      const server = await serveSite(dataDir, port)
      site = server
      for (const table of tables) await checkKept(table)
      for (const table of tables) await checkSameAnswers(table, table.taken.slice(-2))
      while (tables.filter(({ isOver }) => !isOver).length < TABLES) {
        const client = createHttpClient(server.url)
        tables.push({ client, sessionId: await client.create(), taken: [], isOver: false })
      }
      let ended: Promise<void> | undefined
      const moment = fuse(1 + Math.floor(random() * 40), () => {
        ended = server.stop('SIGKILL')
      })
      await Promise.all(tables.map((table) => talk(table, moment)))
      await (ended ?? server.stop('SIGKILL'))
    }
    site = await serveSite(dataDir, port)
    for (const table of tables) {
      await checkKept(table)
      await checkSameAnswers(table, table.taken)
    }
    await site.stop()
    await checkLog(dataDir, tables)
    expect(tables.flatMap(({ taken }) => taken).length).toBeGreaterThan(kills * 2)
  }, 600_000)
})
