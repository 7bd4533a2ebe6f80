import { describe, expect, test } from 'vitest'
import type { NewEvent, SessionEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import { isRevisable } from './is-revisable.ts'
import type { Plan } from './plan.ts'
import type { SessionState } from './state.ts'

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
  startMs: 1_000,
  endMs: 2_000,
  source: 'voice',
  unsure: [[0, 3]],
})
const ask = (questionId: string): NewEvent => ({
  kind: 'agent-said',
  text: `${questionId}?`,
  by: 'planned',
  act: 'ask',
  questionId,
  askId: 'opener',
  dimensions: ['debugging'],
})
const heard = (turnId: string): NewEvent => ({
  kind: 'points-heard',
  turnId,
  questionId: 'q',
  askId: 'opener',
  points: [{ id: 'p', degree: 'full' }],
  signals: ['s'],
  onTopic: true,
})
const close: NewEvent = { kind: 'agent-said', text: 'Bye.', by: 'planned', act: 'close' }
const revised = (turnId: string, text: string, since?: number): NewEvent => ({
  kind: 'turn-revised',
  turnId,
  text,
  ...(since === undefined ? {} : { since }),
})

/** Each a second after the one before. */
const place = (events: NewEvent[]): SessionEvent[] =>
  events.map((event, index) => ({ ...event, id: `e${index}`, seq: index + 1, at: index * 1_000 }))
const replay = (...events: NewEvent[]): SessionState => place(events).reduce(fold, initialState())

const before: NewEvent[] = [
  { kind: 'plan-made', plan },
  { kind: 'started', turnId: 'open' },
  { kind: 'section-entered', section: 'A' },
  ask('q'),
]
/** The fifth event, and an answer to it that changes all that an answer can. */
const turn: NewEvent[] = [
  said('t1', 'item potent'),
  heard('t1'),
  { kind: 'question-closed', questionId: 'q', reason: 'done' },
  { kind: 'section-entered', section: 'B' },
  { kind: 'snippet-shown', snippetId: 'code' },
  { kind: 'lines-highlighted', snippetId: 'code', from: 1, to: 2 },
  { kind: 'hint-given', questionId: 'code', issueId: 'i', tier: 1 },
  ask('code'),
  heard('t1'),
]
const SINCE = 5

describe('a turn in other words', () => {
  test('is taken as if it had been said so at first; the clock goes on', () => {
    const state = replay(...before, ...turn, revised('t1', 'idempotent', SINCE))
    const clean = replay(...before, said('t1', 'idempotent'))
    const { seq, lastAt, clockMs, transcript, provisional, ...rest } = state
    expect([seq, lastAt, clockMs]).toEqual([14, 13_000, 12_000])
    expect(rest).toEqual(withoutPlace(clean))
    expect(transcript.map(({ turnId, text }) => [turnId, text])).toEqual([
      ['agent-4', 'q?'],
      ['t1', 'idempotent'],
    ])
    expect(transcript.at(-1)).toMatchObject({ seq: SINCE, startMs: 1_000, endMs: 12_000, unsure: [] })
    expect(provisional?.turnId).toBe('t1')
  })

  test('can be put in other words again, from the same place', () => {
    const twice = replay(
      ...before,
      ...turn,
      revised('t1', 'idem', SINCE),
      heard('t1'),
      ask('other'),
      revised('t1', 'idempotent', SINCE),
    )
    expect(Object.keys(twice.questions)).toEqual(['q'])
    expect(twice.questions['q']).toMatchObject({ turns: 0, heard: {}, asked: ['opener'] })
    expect(twice.turns.map(({ turnId, text }) => [turnId, text])).toEqual([
      ['open', ''],
      ['t1', 'idempotent'],
    ])
    expect(twice.provisional?.before).not.toHaveProperty('provisional')
  })

  test('keeps what the candidate did meanwhile, and moves it to the turn when its line is gone', () => {
    const meanwhile: NewEvent[] = [
      { kind: 'note-added', text: 'look this up' },
      { kind: 'moment-marked', turnId: 'agent-4' },
      { kind: 'moment-marked' },
      { kind: 'lines-selected', snippetId: 'code', from: 3, to: 4 },
      { kind: 'engine-chosen', engine: 'local' },
      { kind: 'survey-answered', answers: { fair: 4 } },
      { kind: 'hold-started' },
      { kind: 'left' },
    ]
    const state = replay(...before, ...turn, ...meanwhile, revised('t1', 'idempotent', SINCE))
    expect(state.notes.map(({ turnId }) => turnId)).toEqual(['t1'])
    expect(state.marks.map(({ turnId }) => turnId)).toEqual(['agent-4', 't1'])
    expect(state).toMatchObject({
      engine: 'local',
      selected: { from: 3, to: 4 },
      survey: { fair: 4 },
      onHold: false,
      away: false,
    })
  })

  test('opens again what the old words had closed, but not what has been graded', () => {
    const closed: NewEvent[] = [...before, said('t1', 'stop'), close]
    expect(replay(...closed).phase).toBe('closed')
    expect(replay(...closed, revised('t1', 'stop the queue', SINCE)).phase).toBe('live')
    const finished = replay(...closed, { kind: 'finished' }, revised('t1', 'stop the queue', SINCE))
    expect(finished.phase).toBe('finished')
    expect(finished.transcript.map(({ text }) => text)).toEqual(['q?', 'stop the queue', 'Bye.'])
  })

  test('changes only its words once another turn or a rung of the ladder has begun', () => {
    const next: NewEvent[] = [said('t2', 'yes')]
    const rung: NewEvent[] = [{ kind: 'silence-noted', turnId: 's', rung: 1 }]
    for (const later of [next, rung]) {
      const settled = replay(...before, ...turn, ...later)
      expect(isRevisable(settled, 't1')).toBe(false)
      const state = replay(...before, ...turn, ...later, revised('t1', 'idempotent', SINCE))
      expect(state.section).toBe('B')
      expect(state.transcript.map(({ text }) => text).slice(0, 3)).toEqual(['q?', 'idempotent', 'code?'])
    }
  })

  test('without a place to go back to changes only its words, as in logs of before', () => {
    const state = replay(...before, ...turn, revised('t1', 'idempotent'))
    expect(state.questions['q']?.heard).toHaveProperty('p')
    expect(state.transcript.map(({ text }) => text)).toEqual(['q?', 'idempotent', 'code?'])
  })
})

function withoutPlace({ seq, lastAt, clockMs, transcript, provisional, ...rest }: SessionState) {
  expect([seq, lastAt, clockMs, transcript.length, provisional?.turnId]).toEqual([5, 4_000, 3_000, 2, 't1'])
  return rest
}
