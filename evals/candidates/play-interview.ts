import { seededRandom } from '../../e2e/seeded-random.ts'
import { direct } from '../../src/domain/interview/director/direct.ts'
import type { Sources } from '../../src/domain/interview/director/draft.ts'
import type { NewEvent, SessionEvent } from '../../src/domain/interview/event.ts'
import { fold } from '../../src/domain/interview/fold.ts'
import { initialState } from '../../src/domain/interview/initial-state.ts'
import { makePlan } from '../../src/domain/interview/make-plan.ts'
import { placeEvents } from '../../src/domain/interview/place-events.ts'
import { readJd } from '../../src/domain/jd/read-jd.ts'
import { postings } from '../../scripts/recordings/postings.ts'
import type { CandidateTurn } from './candidate-turn.ts'
import type { Choose } from './choose-turn.ts'
import { chooseTurn } from './choose-turn.ts'
import { kinds } from './kinds.ts'

/** One interview to be played; the same casting is always played alike. */
export interface Casting {
  name: string
  /** A key of `kinds`. */
  kind: string
  track: 'web-fullstack' | 'infra-workflows' | 'analytics' | 'edge'
  level: 'senior' | 'mid'
  seed: number
}

/** A whole interview: its log, and what the candidate meant by each turn. */
export interface PlayedInterview {
  name: string
  log: SessionEvent[]
  meant: Map<string, CandidateTurn>
}

/** Turns after which it is given up: a director that never closes. */
const MOST_TURNS = 400

const ORDINARY_GAPS_MS = [4_000, 15_000, 30_000, 50_000, 80_000]

/** Plays a simulated candidate against the real director, from the posting to the closing line. */
export function playInterview(casting: Casting, sources: Sources): PlayedInterview {
  const kind = kinds[casting.kind]
  if (!kind) throw new Error(`there is no candidate of the kind ${casting.kind}`)
  const random = seededRandom(casting.seed)
  const choose: Choose = (items) => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const log: SessionEvent[] = []
  const meant = new Map<string, CandidateTurn>()
  let state = initialState()
  const take = (events: readonly SessionEvent[]) => {
    log.push(...events)
    state = events.reduce(fold, state)
  }
  const place = (events: NewEvent[], at: number) => take(placeEvents(state, events, `own:${log.length}`, at))
  const say = (turnId: string, text: string, at: number) => {
    const ms = Math.max(0, at - (state.startedAt ?? at))
    take(direct(state, { turnId, text, at, startMs: ms, endMs: ms, source: 'typed', unsure: [] }, sources))
  }
  place(opening(casting, sources.bank), 0)
  say('open', '', 1_000)
  for (let turn = 1; turn <= MOST_TURNS && state.phase === 'live'; turn += 1) {
    const at = state.lastAt + choose(kind.gapsMs ?? ORDINARY_GAPS_MS)
    if (random() < (kind.restless ?? 0.1)) place([choose(asides(state.shownSnippets.at(-1)))], at)
    const move = kind.script?.[turn - 1] ?? choose(kind.then)
    const said = chooseTurn(state, sources.bank, move, choose)
    meant.set(`t${turn}`, said)
    say(`t${turn}`, said.text, at + 1_000)
    if (state.onHold && random() < 0.5) place([{ kind: 'hold-ended' }], at + 2_000)
  }
  return { name: casting.name, log, meant }
}

function opening({ track, level, seed }: Casting, bank: Sources['bank']): NewEvent[] {
  const profile = readJd(postings[track], bank)
  const settings = { level, domain: track, focus: [], extraTime: seed % 5 === 0 }
  const plan = makePlan({ profile, ...settings, drop: [], add: [], seed, seen: new Set() }, bank)
  return [
    {
      kind: 'created',
      ownerId: 'simulated',
      createdAt: 0,
      jd: profile.text,
      profile,
      ...settings,
      engine: 'typed',
    },
    { kind: 'plan-made', plan },
  ]
}

/** What happens beside the talk. */
function asides(snippetId: string | undefined): NewEvent[] {
  const selected: NewEvent[] = snippetId ? [{ kind: 'lines-selected', snippetId, from: 11, to: 14 }] : []
  return [
    { kind: 'hold-started' },
    { kind: 'hold-started' },
    { kind: 'left' },
    { kind: 'moment-marked' },
    { kind: 'agent-interrupted', heard: 'Now some' },
    ...selected,
  ]
}
