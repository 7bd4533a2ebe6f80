import { spoken } from '../../src/api/test-app.ts'
import { takeTurn } from '../../src/api/usecases/take-turn.ts'
import type { SessionEvent } from '../../src/domain/interview/event.ts'
import { TakeTurn } from '../../src/wire/sessions.ts'
import { chooseWords } from './choose-words.ts'
import { doAside } from './do-aside.ts'
import { endInterview } from './end-interview.ts'
import type { Table } from './open-table.ts'
import { openTable } from './open-table.ts'
import type { Part } from './part.ts'
import { placeByHand } from './place-by-hand.ts'

/** Turns of an interview that is not heard out, and of any: more than that is a director that never closes. */
const CUT_SHORT = 14
const MOST_TURNS = 200

/** Plays a part from the posting to its ending and gives the log that was stored. */
export async function playPart(part: Part): Promise<SessionEvent[]> {
  const table = await openTable(part)
  if (part.ending !== 'planned') await talk(table)
  await endInterview(table)
  const log = await table.dependencies.log.read(table.id, 0)
  const engine = part.byHand ?? 'typed'
  return log.map((event) => (event.kind === 'created' ? { ...event, engine } : event))
}

async function talk(table: Table): Promise<void> {
  const { part, random } = table
  const isCutShort = ['live', 'early', 'abandoned'].includes(part.ending)
  const most = isCutShort ? 3 + Math.floor(random() * CUT_SHORT) : MOST_TURNS
  let said = await say(table, 'open', '')
  for (let turn = 1; turn <= most; turn += 1) {
    const { state } = await table.session()
    if (state.phase !== 'live') return
    if (random() < 0.25) await doAside(table)
    if (part.byHand && random() < 0.2) await placeByHand(table)
    said = await say(table, `t${turn}`, chooseWords(table, state, said))
  }
  if (!isCutShort) throw new Error(`${part.name} never came to its end`)
  if (part.ending === 'early' && random() < 0.5) await say(table, 'stop', 'Let’s stop the interview here.')
}

/** Takes one turn some time later and gives the interviewer's words. Some clients say when it was said, some lie. */
async function say(table: Table, turnId: string, text: string): Promise<string> {
  const { dependencies, id, ownerId, part, choose, passTime } = table
  const tookMs = choose([2_000, 9_000, 25_000, 55_000, 80_000, 80_000, 700_000])
  passTime(tookMs)
  const now = dependencies.now()
  const times = choose([{}, {}, { startedAt: now - tookMs, endedAt: now }, { startedAt: -5, endedAt: 9e15 }])
  const isVoice = part.byHand !== undefined && part.byHand !== 'typed' && text.length > 12
  const heard = isVoice ? { source: 'voice', unsure: [[0, 4] as const, [7, 12] as const] } : {}
  const request = TakeTurn.parse({ turnId, text, ...times, ...heard })
  return spoken(await takeTurn(dependencies, id, ownerId, request))
}
