import { direct } from './director/direct.ts'
import type { Sources, Turn } from './director/draft.ts'
import type { NewEvent, SessionEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import type { Plan } from './plan.ts'
import { placeEvents } from './place-events.ts'
import type { SessionState } from './state.ts'

/** Speed of both voices, in words a minute: ordinary English conversation. */
const WORDS_A_MINUTE = 150

/** One turn of a scripted candidate; an empty `say` is a silence. `after` and `hold` are seconds before the first word. */
export interface ScriptTurn {
  say: string
  after: number
  hold: number
  lines?: [number, number] | undefined
  mark?: boolean
  note?: string | undefined
  source?: 'typed' | 'voice'
  /** Characters [from, to) that the recogniser was unsure of. */
  unsure?: [number, number][]
}

/** A whole interview as the candidate says it. */
export interface Script {
  created: Extract<NewEvent, { kind: 'created' }>
  plan: Plan
  turns: readonly ScriptTurn[]
}

interface Play {
  state: SessionState
  log: SessionEvent[]
  /** Milliseconds since 1970 at which the last line began. */
  nowMs: number
}

/**
 * Plays a script through the real director: each turn answers whatever was asked. The same script, bank and finder
 * give the same log.
 *
 * @param look sees how the interview stands before each turn, and may throw
 */
export function playScript(
  { created, plan, turns }: Script,
  sources: Sources,
  look: (state: SessionState, index: number) => void = () => undefined,
): { log: SessionEvent[]; state: SessionState } {
  const empty = { state: initialState(), log: [], nowMs: created.createdAt }
  const ready = add(empty, [created, { kind: 'plan-made', plan }], 'create')
  const opened = take(ready, sources, { turnId: 'open', text: '', source: 'voice', unsure: [] })
  return turns.reduce((play, turn, index) => {
    look(play.state, index)
    return playTurn(play, sources, turn, `t${index + 1}`)
  }, opened)
}

function playTurn(play: Play, sources: Sources, turn: ScriptTurn, turnId: string): Play {
  const listened = { ...play, nowMs: play.nowMs + speakingMs(lastLines(play.state)) }
  const held = turn.hold > 0 ? holdFor(listened, turn.hold, turnId) : listened
  const thought = { ...held, nowMs: held.nowMs + turn.after * 1000 }
  const snippetId = play.state.shownSnippets.at(-1)
  const pointed =
    turn.lines && snippetId
      ? add(
          thought,
          [{ kind: 'lines-selected', snippetId, from: turn.lines[0], to: turn.lines[1] }],
          `lines:${turnId}`,
        )
      : thought
  const { say: text, source = 'voice', unsure = [] } = turn
  const said = take(pointed, sources, { turnId, text, source, unsure })
  const own: NewEvent[] = [
    ...(turn.mark ? [{ kind: 'moment-marked' as const, turnId }] : []),
    ...(turn.note === undefined ? [] : [{ kind: 'note-added' as const, text: turn.note }]),
  ]
  return add(said, own, `own:${turnId}`)
}

function holdFor(play: Play, seconds: number, turnId: string): Play {
  const on = add(play, [{ kind: 'hold-started' }], `hold:${turnId}`)
  return add({ ...on, nowMs: on.nowMs + seconds * 1000 }, [{ kind: 'hold-ended' }], `go-on:${turnId}`)
}

/** One turn that is spoken from now on, and what the interviewer makes of it. */
function take(play: Play, sources: Sources, words: Omit<Turn, 'at' | 'startMs' | 'endMs'>): Play {
  const { createdAt, startedAt } = play.state
  const nowMs = play.nowMs + speakingMs(words.text)
  const since = (ms: number) => (startedAt === undefined ? 0 : ms - createdAt - startedAt)
  const turn: Turn = { ...words, at: nowMs - createdAt, startMs: since(play.nowMs), endMs: since(nowMs) }
  const events = direct(play.state, turn, sources)
  return { state: events.reduce(fold, play.state), log: [...play.log, ...events], nowMs }
}

function add(play: Play, events: NewEvent[], cause: string): Play {
  const placed = placeEvents(play.state, events, cause, play.nowMs)
  return { ...play, state: placed.reduce(fold, play.state), log: [...play.log, ...placed] }
}

/** What the interviewer said since the candidate last spoke. */
function lastLines({ transcript }: SessionState): string {
  const last = transcript.findLastIndex(({ speaker }) => speaker === 'candidate')
  return transcript
    .slice(last + 1)
    .map(({ text }) => text)
    .join(' ')
}

function speakingMs(text: string): number {
  return Math.round(((text === '' ? 0 : text.split(/\s+/).length) * 60_000) / WORDS_A_MINUTE)
}
