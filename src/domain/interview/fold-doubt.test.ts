import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NewEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import type { SessionState } from './state.ts'

const text = 'it is I dame potent with a cash'
const terms = [
  { from: 6, to: 19, term: 'idempotent', sure: false },
  { from: 27, to: 31, term: 'cache', sure: false },
]
const said = (turnId: string): NewEvent => ({
  kind: 'candidate-said',
  turnId,
  text,
  startMs: 0,
  endMs: 9,
  source: 'voice',
  unsure: [
    [0, 2],
    [6, 19],
    [27, 31],
  ],
  terms,
})
const doubt = { turnId: 't1', questionId: 'q', from: 6, to: 19, term: 'idempotent' }
const asked: NewEvent = { kind: 'term-asked', ...doubt }
const settled = (outcome: 'said' | 'not-said' | 'open', points: string[] = []): NewEvent => ({
  kind: 'term-settled',
  ...doubt,
  outcome,
  points: points.map((id) => ({ id, degree: 'full' })),
})
const heard = (turnId: string, goesOn: boolean): NewEvent => ({
  kind: 'points-heard',
  turnId,
  questionId: 'q',
  askId: 'opener',
  points: [],
  signals: [],
  onTopic: false,
  ...(goesOn ? { goesOn: true } : {}),
})
const ask: NewEvent = {
  kind: 'agent-said',
  text: 'q?',
  by: 'planned',
  act: 'ask',
  questionId: 'q',
  askId: 'opener',
}
const add = (state: SessionState, event: NewEvent): SessionState =>
  fold(state, { ...event, id: `e${state.seq + 1}`, seq: state.seq + 1, at: state.seq * 1_000 })
const replay = (...events: NewEvent[]) => [ask, ...events].reduce(add, initialState())
const entry = (state: SessionState, turnId = 't1') => state.transcript.find((item) => item.turnId === turnId)

describe('a doubt', () => {
  test('is open until it is settled, and each question at which one was asked is kept', () => {
    expect(replay(said('t1'), asked).doubt).toEqual(doubt)
    const state = replay(said('t1'), asked, settled('open'))
    expect(state.doubt).toBeUndefined()
    expect(state.doubted).toEqual(['q'])
  })

  test('that was said makes the term sure and its words no longer doubtful, and only those', () => {
    expect(entry(replay(said('t1'), said('t2'), asked, settled('said')))).toMatchObject({
      text,
      terms: [{ ...terms[0], sure: true }, terms[1]],
      unsure: [
        [0, 2],
        [27, 31],
      ],
    })
    expect(entry(replay(said('t1'), said('t2'), asked, settled('said')), 't2')).toMatchObject({ terms })
  })

  test('that was not said takes the term away and leaves its words doubtful; left open it changes nothing', () => {
    const before = entry(replay(said('t1'), asked))
    expect(entry(replay(said('t1'), asked, settled('not-said')))).toEqual({ ...before, terms: [terms[1]] })
    expect(entry(replay(said('t1'), asked, settled('open')))).toEqual(before)
  })

  test('that says a point counts it for the turn it was heard in, and takes no turn', () => {
    const state = replay(
      said('t1'),
      heard('t1', false),
      asked,
      said('t2'),
      settled('said', ['p']),
      heard('t2', true),
    )
    expect(state.questions['q']).toMatchObject({
      heard: { p: { degree: 'full', turnId: 't1', hintTier: 0 } },
      turns: 1,
      offTopic: 0,
    })
    expect(state.sectionTurns).toBe(1)
  })

  test('names its term to the turn that answers it', () => {
    const state = replay(said('t1'), asked, said('t2'), settled('open'), said('t3'))
    expect(['t1', 't2', 't3'].map((id) => entry(state, id)?.askedTerm)).toEqual([
      undefined,
      'idempotent',
      undefined,
    ])
  })

  test('is open again when the turn that settled it turns out to have other words', () => {
    const seq = 4
    const state = replay(said('t1'), asked, said('t2'), settled('said', ['p']), {
      kind: 'turn-revised',
      turnId: 't2',
      text: 'No.',
      since: seq,
    })
    expect(state.doubt).toEqual(doubt)
    expect(state.doubted).toEqual(['q'])
    expect(entry(state)).toMatchObject({
      terms,
      unsure: [
        [0, 2],
        [6, 19],
        [27, 31],
      ],
    })
  })
})

describe('words that are replaced', () => {
  test('lose their terms, and the new ones bring their own', () => {
    const since = 2
    const other = { from: 0, to: 4, term: 'cache', sure: true }
    const revised = (more: object): NewEvent => ({
      kind: 'turn-revised',
      turnId: 't1',
      text: 'cash',
      ...more,
    })
    expect(entry(replay(said('t1'), revised({})))?.terms).toBeUndefined()
    expect(entry(replay(said('t1'), revised({})))?.unsure).toEqual([[0, 2]])
    expect(entry(replay(said('t1'), revised({ since })))).toMatchObject({ text: 'cash', unsure: [] })
    expect(entry(replay(said('t1'), revised({ since })))?.terms).toBeUndefined()
    const anew = entry(replay(said('t1'), revised({ since, terms: [other], unsure: [[1, 2]] })))
    expect(anew).toMatchObject({ text: 'cash', terms: [other], unsure: [[1, 2]] })
    const corrected: NewEvent = { kind: 'transcript-corrected', turnId: 't1', text: 'cache' }
    expect(entry(replay(said('t1'), corrected))).toMatchObject({ text: 'cache', edited: text, unsure: [] })
    expect(entry(replay(said('t1'), corrected))?.terms).toBeUndefined()
  })
})

test('any order of these events folds, and from any point as from the start', () => {
  const event = fc.constantFrom(
    ...[said('t1'), said('t2'), asked, settled('said', ['p']), settled('not-said'), settled('open'), ask],
    ...[heard('t1', false), heard('t2', true)],
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), fc.nat(12), (events, cut) => {
      const whole = events.reduce(add, initialState())
      const half = structuredClone(events.slice(0, cut).reduce(add, initialState()))
      expect(events.slice(cut).reduce(add, half)).toEqual(whole)
    }),
  )
})
