import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitWords } from '../../voice/split-words.ts'
import { initialModel } from './session-model.ts'
import type { SessionModel } from './session-model.ts'
import {
  cutLine,
  floorOf,
  promptOf,
  rulerParts,
  silenceDue,
  splitQuestion,
  timeLeft,
} from './session-view.ts'
import { eventsFixture, stateFixture } from './view-fixture.ts'

const model = (change: Partial<SessionModel> = {}): SessionModel => {
  return { ...initialModel, state: stateFixture(), events: eventsFixture, ...change }
}
const turn = { turnId: 't1', text: 'Line 4', answer: '', atMs: 0, doneSeq: null }

describe('floorOf', () => {
  test('is the candidate’s unless something says otherwise', () => {
    expect(floorOf(model())).toBe('listening')
    expect(floorOf(model({ unsaid: 2 }))).toBe('speaking')
    expect(floorOf(model({ live: [turn], unsaid: 2 }))).toBe('thinking')
    expect(floorOf(model({ state: stateFixture({ onHold: true }), live: [turn] }))).toBe('hold')
  })

  test('silence is answered without a sign, the opening is not', () => {
    expect(floorOf(model({ live: [{ ...turn, text: '' }] }))).toBe('listening')
    expect(floorOf(model({ live: [{ ...turn, text: '', turnId: 'open' }] }))).toBe('thinking')
  })

  test('is nobody’s once the closing line has been said', () => {
    const state = stateFixture({ phase: 'closed' })
    expect(floorOf(model({ state, unsaid: 4 }))).toBe('speaking')
    expect(floorOf(model({ state }))).toBe('over')
  })
})

describe('promptOf', () => {
  test('is the question, alone when it was the last thing said', () => {
    expect(promptOf(model())).toEqual({ question: 'Where are the biggest risks?', reply: '' })
  })

  test('shows what was said about the question beside it', () => {
    const live = [{ ...turn, answer: 'Each shop is a merchant.', doneSeq: 5 }]
    expect(promptOf(model({ live })).reply).toBe('Each shop is a merchant.')
  })

  test('is what was said last when nothing is asked, or nothing more', () => {
    const closed = model({
      state: stateFixture({ phase: 'closed' }),
      live: [{ ...turn, answer: 'Thank you.', doneSeq: 5 }],
    })
    expect(promptOf(closed)).toEqual({ question: 'Thank you.', reply: '' })
    expect(promptOf(model({ state: stateFixture({ question: null }) })).question).toBe(
      'Where are the biggest risks?',
    )
  })
})

describe('splitQuestion', () => {
  test('leaves a short question whole', () => {
    expect(splitQuestion('One. Two?')).toEqual({ lead: '', ask: 'One. Two?' })
  })

  test('sets the last sentence of a long one apart and loses no letter', () => {
    const lead = `${'This route is called often. '.repeat(10)}Take a minute. `
    expect(splitQuestion(`${lead}Where are the risks?`)).toEqual({ lead, ask: 'Where are the risks?' })
  })

  test('loses no letter of anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        const { lead, ask } = splitQuestion(text)
        expect(lead + ask).toBe(text)
      }),
    )
  })
})

describe('cutLine', () => {
  test('cuts before the words that have not been said', () => {
    expect(cutLine('one two  three', 1)).toEqual({ said: 'one two', rest: '  three' })
    expect(cutLine('one two', 9)).toEqual({ said: '', rest: 'one two' })
    expect(cutLine('one two', 0)).toEqual({ said: 'one two', rest: '' })
  })

  test('loses no letter and counts every word', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(12), (text, unsaid) => {
        const { said, rest } = cutLine(text, unsaid)
        expect(said + rest).toBe(text)
        expect(splitWords(rest).length).toBe(Math.min(unsaid, splitWords(text).length))
      }),
    )
  })
})

describe('silenceDue', () => {
  test('is the server’s wait while the candidate has the floor', () => {
    expect(silenceDue(model())).toBe(12_000)
  })

  test.each<[string, Partial<SessionModel>]>([
    ['a draft is being written', { draft: 'x' }],
    ['the page is hidden', { visible: false }],
    ['the interviewer speaks', { unsaid: 1 }],
    ['an answer is on its way', { live: [turn] }],
    ['the interview is on hold', { state: stateFixture({ onHold: true }) }],
    ['the interview is over', { state: stateFixture({ phase: 'closed' }) }],
    ['the report is being made', { finishing: true }],
  ])('is none while %s', (_, change) => {
    expect(silenceDue(model(change))).toBeNull()
  })
})

describe('timeLeft', () => {
  test('is in whole minutes of the section', () => {
    expect(timeLeft(stateFixture(), 60_000, 20_000)).toBe('about 8 min left')
    expect(timeLeft(stateFixture(), 500_000, 20_000)).toBe('less than a minute left')
    expect(timeLeft(stateFixture(), 900_000, 20_000)).toBe('about to close')
  })
})

describe('rulerParts', () => {
  test('draws the sections to scale, with how much of them is done', () => {
    const parts = rulerParts(stateFixture(), 270_000, 20_000)
    expect(parts.map(({ from, width }) => [from, width])).toEqual([
      [0, 20],
      [20, 50],
      [70, 20],
      [90, 10],
    ])
    expect(parts.map(({ done }) => done)).toEqual([1, 0.5, 0, 0])
    expect(parts.findIndex(({ active }) => active)).toBe(1)
  })

  test('has nothing done before the start', () => {
    const parts = rulerParts(stateFixture({ section: null }), 0, 0)
    expect(parts.map(({ done }) => done)).toEqual([0, 0, 0, 0])
  })
})
