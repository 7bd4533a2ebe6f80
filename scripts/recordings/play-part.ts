import { spoken } from '../../src/api/test-app.ts'
import { takeTurn } from '../../src/api/usecases/take-turn.ts'
import { voiceAccess } from '../../src/api/usecases/voice-access.ts'
import type { SessionEvent } from '../../src/domain/interview/event.ts'
import { TakeTurn } from '../../src/wire/sessions.ts'
import { chooseWords } from './choose-words.ts'
import { doAside } from './do-aside.ts'
import { endInterview } from './end-interview.ts'
import type { Table } from './open-table.ts'
import { openTable } from './open-table.ts'
import type { Part } from './part.ts'
import { placeByHand } from './place-by-hand.ts'
import type { Call } from './say-by-call.ts'
import { sayByCall } from './say-by-call.ts'
import { beginCall, breakLine, takeBack } from './record-voice.ts'

/** Turns of an interview that is not heard out, and of any: more than that is a director that never closes. */
const CUT_SHORT = 14
const MOST_TURNS = 200

/** Turns between one choice of an engine and the next. */
const ENGINE_TURNS = 5

/** Plays a part from the posting to its ending and gives the log that was stored. */
export async function playPart(part: Part): Promise<SessionEvent[]> {
  const table = await openTable(part)
  if (part.ending !== 'planned') await talk(table)
  await endInterview(table)
  if (part.voice === 'taken-back') await takeBack(table)
  const log = await table.dependencies.log.read(table.id, 0)
  const engine = part.byHand ?? 'typed'
  return log.map((event) => (event.kind === 'created' ? { ...event, engine } : event))
}

async function talk(table: Table): Promise<void> {
  const { part, random } = table
  const isCutShort = ['live', 'early', 'abandoned'].includes(part.ending)
  const most = isCutShort ? 3 + Math.floor(random() * CUT_SHORT) : MOST_TURNS
  await chooseEngine(table, 0)
  const call: Call = { number: 0, texts: [] }
  let conversation = 1
  if (part.voice) await beginCall(table, conversation)
  let said = await say(table, call, 'open', '')
  for (let turn = 1; turn <= most; turn += 1) {
    const { state } = await table.session()
    if (state.phase !== 'live') return
    if (random() < 0.25) await doAside(table)
    if (part.byHand && random() < 0.2) await placeByHand(table)
    await chooseEngine(table, turn)
    if (part.voice && random() < 0.3) {
      await breakLine(table, conversation)
      await beginCall(table, (conversation += 1))
    }
    said = await say(table, call, `t${turn}`, chooseWords(table, state, said))
  }
  if (!isCutShort) throw new Error(`${part.name} never came to its end`)
  if (part.ending === 'early' && random() < 0.5)
    await say(table, call, 'stop', 'Let’s stop the interview here.')
}

/** Before a turn, the engine of the part whose turn it is, if any. */
async function chooseEngine({ part, dependencies, id, ownerId }: Table, turn: number): Promise<void> {
  const engine = turn % ENGINE_TURNS === 0 ? part.engines?.[turn / ENGINE_TURNS] : undefined
  if (engine) await voiceAccess(dependencies, ownerId, { sessionId: id, engine })
}

/** Takes one turn some time later and gives the interviewer's words. Some clients say when it was said, some lie. */
async function say(table: Table, call: Call, turnId: string, text: string): Promise<string> {
  const { dependencies, id, ownerId, part, choose, passTime } = table
  const tookMs = choose([2_000, 9_000, 25_000, 55_000, 80_000, 80_000, 700_000])
  passTime(tookMs)
  if (part.byCall) return sayByCall(table, call, text)
  const now = dependencies.now()
  const times = choose([{}, {}, { startedAt: now - tookMs, endedAt: now }, { startedAt: -5, endedAt: 9e15 }])
  const isSpoken = part.candidate === 'misheard' || (part.byHand !== undefined && part.byHand !== 'typed')
  const isVoice = isSpoken && text.length > 12
  const heard = isVoice ? { source: 'voice', unsure: [[0, 4] as const, [7, 12] as const] } : {}
  const request = TakeTurn.parse({ turnId, text, ...times, ...heard })
  const answer = spoken(await takeTurn(dependencies, id, ownerId, request))
  await table.atRest()
  return answer
}
