import type { Bank, BankSample } from '../catalog/bank.ts'
import type { SampleTurn } from '../catalog/sample.ts'
import { readJd } from '../jd/read-jd.ts'
import { direct } from './director/direct.ts'
import type { Sources, Turn } from './director/draft.ts'
import type { NewEvent, SessionEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import { makePlan } from './make-plan.ts'
import { placeEvents } from './place-events.ts'
import type { SessionState } from './state.ts'

/** Speed of both voices, in words a minute: ordinary English conversation. */
const WORDS_A_MINUTE = 150

interface Play {
  state: SessionState
  log: SessionEvent[]
  /** Milliseconds since 1970 at which the last line began. */
  nowMs: number
}

/**
 * Plays a scripted interview through the real director. The same sample, bank and finder give the same log.
 * @throws Error when a turn was written for another question than the interviewer asked
 */
export function playSample(
  sample: BankSample,
  sources: Sources,
): { log: SessionEvent[]; state: SessionState } {
  const opened = take(openPlay(sample, sources.bank), sources, { turnId: 'open', text: '' })
  return sample.turns.reduce((play, turn, index) => {
    const { questionId, askId } = play.state.current ?? {}
    if (play.state.phase !== 'live' || turn.to !== `${questionId}/${askId}`) {
      const asked = play.state.phase === 'live' ? `${questionId}/${askId}` : 'nothing: the interview is over'
      throw new Error(`samples/${sample.id}.yaml: turns.${index}: it answers ${turn.to}, asked was ${asked}`)
    }
    return playTurn(play, sources, turn, `t${index + 1}`)
  }, opened)
}

function openPlay(sample: BankSample, bank: Bank): Play {
  const { id, posting, level, domain, focus, seed } = sample
  const profile = readJd(posting, bank)
  const request = { profile, level, domain, focus, drop: [], add: [], extraTime: false, seed }
  const plan = makePlan({ ...request, seen: new Set(), isSample: true }, bank)
  const nowMs = Date.parse(sample.heldAt)
  const settings = { jd: profile.text, profile, level, domain, focus, extraTime: false }
  const created: NewEvent = {
    kind: 'created',
    ownerId: `sample-${id}`,
    createdAt: nowMs,
    ...settings,
    engine: 'local',
  }
  return add({ state: initialState(), log: [], nowMs }, [created, { kind: 'plan-made', plan }], 'create')
}

function playTurn(play: Play, sources: Sources, turn: SampleTurn, turnId: string): Play {
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
  const said = take(pointed, sources, { turnId, text: turn.say })
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
function take(play: Play, sources: Sources, { turnId, text }: Pick<Turn, 'turnId' | 'text'>): Play {
  const { createdAt, startedAt } = play.state
  const nowMs = play.nowMs + speakingMs(text)
  const since = (ms: number) => (startedAt === undefined ? 0 : ms - createdAt - startedAt)
  const turn: Turn = {
    turnId,
    text,
    at: nowMs - createdAt,
    startMs: since(play.nowMs),
    endMs: since(nowMs),
    source: 'voice',
    unsure: [],
  }
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
