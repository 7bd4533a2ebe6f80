import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { direct } from '../domain/interview/director/direct.ts'
import type { Turn } from '../domain/interview/director/draft.ts'
import type { NewEvent, SessionEvent } from '../domain/interview/event.ts'
import { findQuestion } from '../domain/interview/find-question.ts'
import { fold } from '../domain/interview/fold.ts'
import { initialState } from '../domain/interview/initial-state.ts'
import { makePlan } from '../domain/interview/make-plan.ts'
import type { SessionState } from '../domain/interview/state.ts'
import { readJd } from '../domain/jd/read-jd.ts'
import { playCandidate } from './play-candidate.ts'
import { openTestApp, POSTING } from './test-app.ts'

const { bank, finder } = openTestApp().dependencies
const profile = readJd(POSTING, bank)

/** Turns after which an interview has ended, whatever is said: four times the budgeted ones, and the ladder between. */
const MOST_TURNS = 500

/** Interviews that each property is tried on. */
const RUNS = 15

type Step =
  | { kind: 'model'; candidate: 'strong' | 'weak'; gapMs: number }
  | { kind: 'say'; text: string; gapMs: number }
  | { kind: 'event'; event: NewEvent; gapMs: number }

interface Script {
  seed: number
  level: 'senior' | 'mid'
  extraTime: boolean
  domain: string
  steps: Step[]
}

const requests = [
  'Could you repeat that?',
  'can you say it another way',
  'Give me a hint',
  'no clue, next',
  'Can we go back to the previous question?',
  'could we return to the first snippet',
  'gimme a sec',
  'How much time is left?',
  'Read lines 10 to 14',
  'is that right?',
  'just tell me the answer',
  "I don't know",
  'How many of them are there a second?',
  'okay',
  "That's all I have",
  'are you there?',
  'what is the salary',
  'Maybe it runs twice on line 45?',
]

const gapMs = fc.constantFrom(1_000, 15_000, 45_000, 70_000, 600_000)
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('model'),
        candidate: fc.constantFrom('strong', 'weak'),
        gapMs,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('say'), text: fc.constantFrom(...requests), gapMs }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('say'), text: fc.constant(''), gapMs }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('say'), text: fc.string({ unit: 'grapheme' }), gapMs }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('event'),
        event: fc.constantFrom<NewEvent>(
          { kind: 'hold-started' },
          { kind: 'hold-ended' },
          { kind: 'left' },
          { kind: 'moment-marked' },
          { kind: 'agent-interrupted', heard: 'Walk me' },
        ),
        gapMs,
      }),
    },
  ),
  { minLength: 1, maxLength: 40 },
) satisfies fc.Arbitrary<Step[]>

const script: fc.Arbitrary<Script> = fc.record({
  seed: fc.nat(),
  level: fc.constantFrom('senior', 'mid'),
  extraTime: fc.boolean(),
  domain: fc.constantFrom(...bank.packs.map(({ id }) => id)),
  steps: steps.filter(goesOn),
})

/** Whether a round, played again and again, holds more than silence on hold, which is waited through for ever. */
function goesOn(round: Step[]): boolean {
  const pass = (begun: boolean) => {
    let onHold = begun
    let moves = false
    for (const step of round) {
      if (step.kind === 'event') {
        onHold = step.event.kind === 'hold-started' || (onHold && step.event.kind !== 'hold-ended')
      } else {
        moves ||= !onHold || step.kind === 'model' || step.text.trim() !== ''
        onHold = false
      }
    }
    return { onHold, moves }
  }
  return pass(pass(false).onHold).moves
}

interface Played {
  events: SessionEvent[]
  state: SessionState
  turns: number
}

/** Plays the steps round and round until the interview ends; asks the director twice every time. */
function play({ seed, level, extraTime, domain, steps: round }: Script): Played {
  const request = {
    profile,
    level,
    domain,
    focus: [],
    drop: [],
    add: [],
    extraTime,
    seed,
    seen: new Set<string>(),
  }
  const plan = makePlan(request, bank)
  const settings = {
    ownerId: 'owner',
    createdAt: 0,
    jd: POSTING,
    profile,
    level,
    domain,
    focus: [],
    extraTime,
  }
  const log: SessionEvent[] = []
  let state = initialState()
  const take = (events: SessionEvent[]) => {
    log.push(...events)
    state = events.reduce(fold, state)
  }
  const place = (event: NewEvent, at: number) =>
    take([{ ...event, id: `own-${state.seq + 1}`, seq: state.seq + 1, at }])
  const answer = (turnId: string, text: string, at: number) => {
    const ms = Math.max(0, at - (state.startedAt ?? at))
    const turn: Turn = { turnId, text, at, startMs: ms, endMs: ms, source: 'typed', unsure: [] }
    const events = direct(state, turn, { bank, finder })
    expect(direct(state, turn, { bank, finder })).toEqual(events)
    take(events)
  }
  place({ kind: 'created', ...settings, engine: 'typed' }, 0)
  place({ kind: 'plan-made', plan }, 0)
  answer('open', '', 1_000)
  let turns = 0
  for (let index = 0; state.phase === 'live' && turns < MOST_TURNS; index += 1) {
    const step = round[index % round.length]
    if (!step) break
    const at = state.lastAt + step.gapMs
    if (step.kind === 'event') place(step.event, at)
    turns += 1
    if (step.kind === 'model') answer(`t${turns}`, playCandidate(bank, step.candidate, lastSaid(state)), at)
    if (step.kind === 'say') answer(`t${turns}`, step.text, at)
    if (state.onHold && step.kind !== 'event') place({ kind: 'hold-ended' }, at)
  }
  return { events: log, state, turns }
}

function lastSaid(state: SessionState): string {
  return state.transcript.findLast(({ speaker }) => speaker === 'agent')?.text ?? ''
}

const turnOf = ({ id }: SessionEvent) => id.split('#')[0] ?? id

const said = (events: SessionEvent[]) =>
  events.flatMap((event) => (event.kind === 'agent-said' ? [event] : []))

/** What the interviewer says of its own: without code and summaries read aloud and without quotations. */
function ownWords(text: string): string {
  if (/^Lines? \d+( to \d+)?: /.test(text)) return ''
  return bank.snippets
    .reduce((rest, { summary }) => rest.replace(summary, ''), text)
    .replace(/“[^”]*”/g, '“”')
}

function check(property: (played: Played, script: Script) => void) {
  fc.assert(
    fc.property(script, (given) => property(play(given), given)),
    { numRuns: RUNS },
  )
}

describe('any interview', () => {
  test('ends by itself within a bounded number of turns', () => {
    check(({ state, turns }) => {
      expect(turns).toBeLessThan(MOST_TURNS)
      expect(state.phase).toBe('closed')
    })
  })

  test('goes from section to section once, in order, and only on a turn or a step of the ladder', () => {
    check(({ events }) => {
      const entered = events.flatMap((event) => (event.kind === 'section-entered' ? [event] : []))
      expect(entered.map(({ section }) => section)).toEqual(['A', 'B', 'C', 'D'])
      for (const event of entered) {
        const cause = events.find((other) => turnOf(other) === turnOf(event))
        expect(['started', 'returned', 'candidate-said', 'silence-noted']).toContain(cause?.kind)
      }
    })
  })

  test('puts no question twice, but for one that the candidate has gone back to or from', () => {
    check(({ events }) => {
      const asks = said(events).filter(({ act, text }) => act === 'ask' && !text.startsWith('Back to '))
      const ids = asks.map(({ questionId, askId }) => `${questionId}/${askId}`)
      expect(ids).toEqual([...new Set(ids)])
      const wentBack = events.some(
        (event) => event.kind === 'candidate-said' && /back|return/.test(event.text),
      )
      if (!wentBack) expect(said(events).filter(({ text }) => text.startsWith('Back to '))).toEqual([])
    })
  })

  test('says at most three sentences and one question at a time, and never a slot', () => {
    check(({ events }) => {
      for (const { text } of said(events)) {
        const own = ownWords(text)
        expect([text, (own.match(/[.?!](\s|$)/g)?.length ?? 0) <= 3]).toEqual([text, true])
        expect([text, (own.match(/\?/g)?.length ?? 0) <= 1]).toEqual([text, true])
        expect(own).not.toMatch(/\{|\}|undefined|NaN|\[object|!|\s{2}/)
      }
    })
  })

  test('never praises', () => {
    check(({ events }) => {
      for (const { text } of said(events)) {
        expect(ownWords(text)).not.toMatch(
          /(^|[.?!] )(great|excellent|well done|perfect|correct|exactly|right|good|nice|yes, that)\b[^?]*?[.,]/i,
        )
      }
    })
  })

  test('has asked something that can show each dimension when it ends', () => {
    check(({ state }) => {
      expect(Object.entries(state.coverage).filter(([, asked]) => asked === 0)).toEqual([])
    })
  })

  test('its log folds to the live state, from the start and from every point of it', () => {
    check(({ events, state }) => {
      const stored = events.map((event): SessionEvent => structuredClone(event))
      let folded = initialState()
      for (const event of stored) {
        folded = fold(folded, event)
        expect(fold(folded, event)).toBe(folded)
      }
      expect(folded).toEqual(state)
      expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1))
    })
  })

  test('asks of its plan and the rubrics only', () => {
    check(({ state }) => {
      const { plan } = state
      if (!plan) throw new Error('no plan')
      for (const { id, asked } of Object.values(state.questions)) {
        const known = findQuestion(bank, plan, id).asks.map((ask) => ask.id)
        expect(known).toEqual(expect.arrayContaining(asked))
      }
    })
  })

  test('waits for whoever is silent on hold, however often, and climbs no rung', () => {
    const held = { kind: 'event', event: { kind: 'hold-started' }, gapMs: 600_000 } as const
    const silent = { kind: 'say', text: '', gapMs: 600_000 } as const
    for (const { id: domain } of bank.packs) {
      const script: Script = { seed: 0, level: 'senior', extraTime: false, domain, steps: [held, silent] }
      const { state, events } = play(script)
      expect([state.phase, state.section, state.silenceRung]).toEqual(['live', 'A', 0])
      expect(new Set(said(events).map(turnOf))).toEqual(new Set(['turn:open']))
    }
  })
})
