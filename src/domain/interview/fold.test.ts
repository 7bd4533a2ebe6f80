import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NewEvent, SessionEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import type { Plan } from './plan.ts'

const budget = { questionIds: [], reserveIds: [], budgetMs: 60_000, turns: 4 }
const plan: Plan = {
  seed: 1,
  level: 'senior',
  track: { id: 'edge', confidence: 'high' },
  competencies: [],
  slots: {},
  focus: [],
  extraTime: false,
  sections: { A: budget, B: budget, C: budget, D: budget },
}
const said = (turnId: string, text: string): NewEvent => ({
  kind: 'candidate-said',
  turnId,
  text,
  startMs: 0,
  endMs: 0,
  source: 'typed',
  unsure: [],
})
const ask = (questionId: string, askId: string): NewEvent => ({
  kind: 'agent-said',
  text: `${questionId} ${askId}?`,
  by: 'planned',
  act: 'ask',
  questionId,
  askId,
  dimensions: ['debugging'],
})
const heard = (turnId: string, degree: 'full' | 'partly'): NewEvent => ({
  kind: 'points-heard',
  turnId,
  questionId: 'q',
  askId: 'opener',
  points: [{ id: 'p', degree, issueId: 'i' }],
  signals: [],
  onTopic: true,
})
const hint: NewEvent = { kind: 'hint-given', questionId: 'q', issueId: 'i', tier: 2 }
const name = fc.constantFrom('q', 'other', '__proto__', 'constructor')

const anyEvent: fc.Arbitrary<NewEvent> = fc.oneof(
  fc.constant<NewEvent>({ kind: 'plan-made', plan }),
  fc.constant<NewEvent>({ kind: 'started', turnId: 'open' }),
  fc.constantFrom<NewEvent>(
    { kind: 'hold-started' },
    { kind: 'hold-ended' },
    { kind: 'left' },
    { kind: 'returned' },
  ),
  fc.constantFrom<NewEvent>({ kind: 'finished' }, hint, heard('t1', 'full'), heard('t2', 'partly')),
  fc.tuple(name, name).map(([question, askId]) => ask(question, askId)),
  fc.tuple(name, fc.string()).map(([turnId, text]) => said(turnId, text)),
  fc.constantFrom('A', 'B', 'C', 'D').map((section): NewEvent => ({ kind: 'section-entered', section })),
  name.map((questionId): NewEvent => ({ kind: 'question-closed', questionId, reason: 'done' })),
  name.map((turnId): NewEvent => ({ kind: 'transcript-corrected', turnId, text: 'mended' })),
  fc.nat(4).map((rung): NewEvent => ({ kind: 'silence-noted', turnId: 's', rung })),
)

const log = fc
  .array(fc.tuple(anyEvent, fc.nat(120_000)))
  .map((events) =>
    events.map(([event, at], index): SessionEvent => ({ ...event, id: `e${index}`, seq: index + 1, at })),
  )

const replay = (events: SessionEvent[]) => events.reduce(fold, initialState())
const place = (...events: NewEvent[]): SessionEvent[] =>
  events.map((event, index) => ({ ...event, id: `e${index}`, seq: index + 1, at: index * 10_000 }))
const opening: NewEvent[] = [
  { kind: 'plan-made', plan },
  { kind: 'started', turnId: 'open' },
]

describe('fold', () => {
  test('any events in any order fold without throwing, and the clock never runs backwards', () => {
    fc.assert(
      fc.property(log, (events) => {
        let state = initialState()
        for (const event of events) {
          const next = fold(state, event)
          expect(next.clockMs).toBeGreaterThanOrEqual(state.clockMs)
          state = next
        }
        expect(state.seq).toBe(events.length)
      }),
    )
  })

  test('replaying a prefix and then the rest gives the state of the whole', () => {
    fc.assert(
      fc.property(log, fc.nat(), (events, cut) => {
        const at = events.length === 0 ? 0 : cut % (events.length + 1)
        const resumed = events.slice(at).reduce(fold, replay(events.slice(0, at)))
        expect(resumed).toEqual(replay(events))
      }),
    )
  })

  test('an event folded in twice changes nothing', () => {
    fc.assert(
      fc.property(log, (events) => {
        const state = replay(events)
        for (const event of events) expect(fold(state, event)).toBe(state)
      }),
    )
  })

  test('a gap counts for a minute at most; hold and absence do not count', () => {
    const at = (seq: number, ms: number, event: NewEvent): SessionEvent => ({
      ...event,
      id: `e${seq}`,
      seq,
      at: ms,
    })
    const state = replay([
      at(1, 0, { kind: 'plan-made', plan }),
      at(2, 5_000, { kind: 'started', turnId: 'open' }),
      at(3, 35_000, ask('q', 'opener')),
      at(4, 335_000, said('t1', 'after five minutes')),
      at(5, 340_000, { kind: 'hold-started' }),
      at(6, 370_000, { kind: 'hold-ended' }),
      at(7, 371_000, { kind: 'left' }),
      at(8, 391_000, { kind: 'returned' }),
      at(9, 393_000, said('t2', 'and on')),
    ])
    expect(state.clockMs).toBe(30_000 + 60_000 + 5_000 + 1_000 + 2_000)
  })

  test('counts an ask for its dimensions once, however often it is put', () => {
    const state = replay(place(...opening, ask('q', 'opener'), ask('q', 'opener'), ask('q', 'follow-1')))
    expect(state.coverage.debugging).toBe(2)
    expect(state.questions['q']?.asked).toEqual(['opener', 'follow-1'])
  })

  test('a point heard before a hint stays unaided; one heard after it is hinted', () => {
    const unaided = replay(
      place(...opening, ask('q', 'opener'), heard('t1', 'full'), hint, heard('t2', 'full')),
    )
    expect(unaided.questions['q']?.heard['p']).toEqual({ degree: 'full', turnId: 't1', hintTier: 0 })
    const hinted = replay(place(...opening, ask('q', 'opener'), hint, heard('t1', 'full')))
    expect(hinted.questions['q']?.heard['p']).toEqual({ degree: 'full', turnId: 't1', hintTier: 2 })
  })

  test('a partial mention gives way to a full one, and keeps the help it had', () => {
    const state = replay(
      place(...opening, ask('q', 'opener'), heard('t1', 'partly'), hint, heard('t2', 'full')),
    )
    expect(state.questions['q']?.heard['p']).toEqual({ degree: 'full', turnId: 't2', hintTier: 0 })
  })

  test('a correction keeps what was said first and changes only that turn', () => {
    const state = replay(
      place(...opening, ask('q', 'opener'), said('t1', 'item potent'), said('t2', 'yes'), {
        kind: 'transcript-corrected',
        turnId: 't1',
        text: 'idempotent',
      }),
    )
    const candidate = state.transcript.filter(({ speaker }) => speaker === 'candidate')
    expect(candidate.map(({ text, edited }) => [text, edited])).toEqual([
      ['idempotent', 'item potent'],
      ['yes', undefined],
    ])
  })

  test('the plan stands once the interview has started', () => {
    const corrected: NewEvent = { kind: 'plan-corrected', plan: { ...plan, level: 'mid' } }
    expect(replay(place(opening[0] as NewEvent, corrected)).level).toBe('mid')
    expect(replay(place(...opening, corrected)).level).toBe('senior')
  })
})
