import type { Sources } from '../../src/domain/interview/director/draft.ts'
import type { SessionEvent } from '../../src/domain/interview/event.ts'
import type { CandidateTurn } from '../candidates/candidate-turn.ts'
import type { Before, EventOf, Interview, Line, Round } from './interview.ts'

/** Decision 0003: a gap counts for a minute at most, on hold and away for nothing. */
const LONGEST_GAP_MS = 60_000

interface Reading {
  rounds: Round[]
  before: Before
  at: number
  isLive: boolean
  isAway: boolean
}

/**
 * An interview out of its log and what the candidate meant by each turn, read without the fold and the director.
 * @throws Error when the log has no plan or a turn whose meaning is not told
 */
export function readInterview(
  { log, meant }: { log: readonly SessionEvent[]; meant: ReadonlyMap<string, CandidateTurn> },
  sources: Sources,
): Interview {
  const planned = log.findLast((event) => event.kind === 'plan-made')
  if (!planned) throw new Error('the log has no plan')
  const start: Reading = {
    rounds: [],
    before: { clockMs: 0, sectionStartMs: 0, onHold: false, silentTurns: 0, isOver: false },
    at: 0,
    isLive: false,
    isAway: false,
  }
  const summaries = sources.bank.snippets.map(({ summary }) => summary)
  const { rounds } = log.reduce((reading, event) => {
    const timed = passTime(reading, event)
    const opened = openRound(timed, event, meant)
    const round = opened.rounds.at(-1)
    if (round && turnOf(event) === round.turnId) {
      round.events.push(event)
      if (event.kind === 'agent-said') round.lines.push(lineOf(event, summaries))
    }
    return standAfter(opened, event)
  }, start)
  return { log, plan: planned.plan, rounds, sources }
}

function turnOf({ id }: SessionEvent): string | undefined {
  return /^turn:(.+?)(?:~\d+)?#\d+$/.exec(id)?.[1]
}

function passTime(reading: Reading, { at }: SessionEvent): Reading {
  const { before, isLive, isAway } = reading
  const runs = isLive && !isAway && !before.onHold
  const gap = runs ? Math.min(Math.max(at - reading.at, 0), LONGEST_GAP_MS) : 0
  return { ...reading, at: Math.max(at, reading.at), before: { ...before, clockMs: before.clockMs + gap } }
}

function openRound(
  reading: Reading,
  event: SessionEvent,
  meant: ReadonlyMap<string, CandidateTurn>,
): Reading {
  const turnId = turnOf(event)
  if (turnId === undefined || turnId === reading.rounds.at(-1)?.turnId) return reading
  const turn = turnId === 'open' ? ({ text: '', means: 'open' } as const) : meant.get(turnId)
  if (!turn) throw new Error(`nobody knows what was meant by the turn ${turnId}`)
  const silentTurns = turn.means === 'silence' ? reading.before.silentTurns : 0
  const before = { ...reading.before, silentTurns }
  return { ...reading, before, rounds: [...reading.rounds, { turnId, turn, before, events: [], lines: [] }] }
}

function lineOf({ text, act, questionId, askId }: EventOf<'agent-said'>, summaries: string[]): Line {
  const unread = /^Lines? \d+(?: to \d+)?: /.test(text) ? '' : text
  const own = summaries
    .reduce((rest, summary) => rest.replace(summary, ''), unread)
    .replace(/“[^”]*”|"[^"]*"/g, '“”')
    .trim()
  return { text, own, act, ...(act === 'ask' ? { ask: `${questionId}/${askId}` } : {}) }
}

function standAfter(reading: Reading, event: SessionEvent): Reading {
  const { before } = reading
  const put = (change: Partial<Before>) => ({ ...reading, before: { ...before, ...change } })
  switch (event.kind) {
    case 'started':
      return { ...reading, isLive: true }
    case 'section-entered':
      return put({ section: event.section, sectionStartMs: before.clockMs })
    case 'agent-said':
      if (event.act === 'close') return { ...put({ isOver: true }), isLive: false }
      if (event.act !== 'ask') return reading
      return put({ ask: { id: `${event.questionId}/${event.askId}`, text: event.text }, silentTurns: 0 })
    case 'silence-noted':
      return before.onHold ? reading : put({ silentTurns: before.silentTurns + 1 })
    case 'candidate-said':
      return { ...put({ onHold: false }), isAway: false }
    case 'snippet-shown':
      return put({ snippetId: event.snippetId })
    case 'lines-selected':
      return put({ selected: { snippetId: event.snippetId, from: event.from, to: event.to } })
    case 'hold-started':
      return put({ onHold: true })
    case 'hold-ended':
      return put({ onHold: false })
    case 'left':
      return { ...reading, isAway: true }
    case 'returned':
      return { ...reading, isAway: false }
    default:
      return reading
  }
}
