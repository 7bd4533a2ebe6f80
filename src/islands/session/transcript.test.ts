import { describe, expect, test } from 'vitest'
import type { PublicEvent } from '../../wire/public-event.ts'
import { heardOf, readTranscript, revealTranscript } from './transcript.ts'
import { eventsFixture } from './view-fixture.ts'

const said = (seq: number, turnId: string, text: string): PublicEvent => {
  return {
    seq,
    at: 1_000 * seq,
    kind: 'candidate-said',
    turnId,
    text,
    startMs: 500,
    endMs: 900,
    source: 'typed',
  }
}
const words = (events: PublicEvent[]) =>
  readTranscript(events, []).map((item) => ('text' in item ? `${item.kind}: ${item.text}` : item.kind))

describe('readTranscript', () => {
  test('holds sections, lines and answers in order, from the start of the clock', () => {
    const items = readTranscript([...eventsFixture, said(5, 't1', 'Line 4')], [])
    expect(items.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['section', 0],
      ['agent', 0],
      ['candidate', 500],
    ])
  })

  test('shows a turn that was revised as it is now', () => {
    const events: PublicEvent[] = [
      ...eventsFixture,
      said(5, 't1', 'Line for'),
      { seq: 6, at: 6_000, kind: 'turn-revised', turnId: 't1', text: 'Line four' },
    ]
    expect(words(events).at(-1)).toBe('candidate: Line four')
  })

  test('keeps what may be misheard until it is settled or the words change', () => {
    const unsure: [number, number][] = [
      [0, 4],
      [9, 12],
    ]
    const spoken: PublicEvent = {
      seq: 5,
      at: 5_000,
      kind: 'candidate-said',
      turnId: 't1',
      text: 'cash and cue',
      startMs: 500,
      endMs: 900,
      source: 'voice',
      unsure,
    }
    const left = (...after: PublicEvent[]) => {
      const last = readTranscript([...eventsFixture, spoken, ...after], []).at(-1)
      return last?.kind === 'candidate' ? last.unsure : undefined
    }
    const settled = { seq: 6, at: 6_000, kind: 'term-settled' as const, from: 0, to: 4 }
    expect(left()).toEqual(unsure)
    expect(left({ ...settled, turnId: 't1' })).toEqual([[9, 12]])
    expect(left({ ...settled, turnId: 't2' })).toEqual(unsure)
    expect(left({ seq: 6, at: 6_000, kind: 'turn-revised', turnId: 't1', text: 'cache' })).toEqual([])
  })

  test('leaves out what the interviewer made of words that were replaced', () => {
    const events: PublicEvent[] = [
      ...eventsFixture,
      said(5, 't1', 'Line for'),
      { seq: 6, at: 6_000, kind: 'section-entered', section: 'C' },
      { seq: 7, at: 6_000, kind: 'agent-said', text: 'Which line?' },
      { seq: 8, at: 6_500, kind: 'moment-marked' },
      { seq: 8, at: 6_500, kind: 'left' },
      { seq: 9, at: 9_000, kind: 'turn-revised', turnId: 't1', text: 'Line four', since: 5 },
      { seq: 10, at: 9_000, kind: 'agent-said', text: 'What would you change?' },
    ]
    expect(words(events).slice(-3)).toEqual([
      'candidate: Line four',
      'pause',
      'agent: What would you change?',
    ])
    expect(words(events)).toHaveLength(words(eventsFixture).length + 3)
    expect(readTranscript(events, []).find(({ kind }) => kind === 'pause')).toMatchObject({ lastedMs: 2_500 })
    expect(readTranscript(events, []).find(({ key }) => key === 't1')).toMatchObject({ marked: true })
  })

  test('keeps what was heard of a line that was stopped, and the line', () => {
    const events: PublicEvent[] = [
      ...eventsFixture,
      { seq: 5, at: 2_000, kind: 'agent-interrupted', heard: 'Where' },
    ]
    const line = readTranscript(events, []).at(-1)
    expect(line).toMatchObject({ text: 'Where are the biggest risks?', heard: 'Where' })
  })

  test('marks the last thing that was said', () => {
    const events: PublicEvent[] = [...eventsFixture, { seq: 5, at: 2_000, kind: 'moment-marked' }]
    expect(readTranscript(events, []).map((item) => 'marked' in item && item.marked)).toEqual([false, true])
  })

  test('tells how long a hold lasted, also when an answer ended it', () => {
    const hold: PublicEvent = { seq: 5, at: 2_000, kind: 'hold-started' }
    const pauses = (end: PublicEvent) =>
      readTranscript([...eventsFixture, hold, end], []).flatMap((item) =>
        item.kind === 'pause' ? [item.lastedMs] : [],
      )
    expect(pauses({ seq: 6, at: 66_000, kind: 'hold-ended' })).toEqual([64_000])
    expect(pauses(said(6, 't1', 'Line 4'))).toEqual([4_000])
    expect(pauses({ seq: 6, at: 2_400, kind: 'hold-ended' })).toEqual([])
    expect(pauses({ seq: 6, at: 3_000, kind: 'moment-marked' })).toEqual([null])
  })

  test('adds what was sent and answered since, unless the log tells it already', () => {
    const live = [{ turnId: 't1', text: 'Line 4', answer: 'Why?\nGo on.', atMs: 7, doneSeq: 6 }]
    const fresh = readTranscript(eventsFixture, live).slice(2)
    expect(fresh.map((item) => 'text' in item && item.text)).toEqual(['Line 4', 'Why?', 'Go on.'])
    expect(readTranscript([...eventsFixture, said(5, 't1', 'Line 4')], live)).toHaveLength(3)
  })

  test('an answer is pending until it is done, and silence has no line of its own', () => {
    const live = { turnId: 't1', text: 'Line 4', answer: '', atMs: 7, doneSeq: null }
    expect(readTranscript([], [live])).toMatchObject([{ pending: true }])
    expect(readTranscript([], [{ ...live, text: '' }])).toEqual([])
  })
})

describe('revealTranscript', () => {
  const items = readTranscript(eventsFixture, [
    { turnId: 't1', text: 'Line 4', answer: 'To recap.\nWhat is next?', atMs: 7, doneSeq: 6 },
  ])
  const shown = (unsaid: number) =>
    revealTranscript(items, unsaid).items.flatMap((i) => ('text' in i ? [i.text] : []))

  test('leaves out the words that have not been said', () => {
    expect(shown(0).slice(1)).toEqual(['Line 4', 'To recap.', 'What is next?'])
    expect(shown(2).slice(1)).toEqual(['Line 4', 'To recap.', 'What'])
    expect(shown(3).slice(1)).toEqual(['Line 4', 'To recap.'])
    expect(shown(4).slice(1)).toEqual(['Line 4', 'To'])
  })

  test('tells which line is being said', () => {
    expect(revealTranscript(items, 2).speaking).toBe('t1-1')
    expect(revealTranscript(items, 0).speaking).toBeNull()
  })

  test('never hides what the candidate said', () => {
    expect(shown(99)).toEqual(['Where are the biggest risks?', 'Line 4'])
  })
})

describe('heardOf', () => {
  const items = readTranscript(eventsFixture, [])

  test('is the beginning of the last line', () => {
    expect(heardOf(items, 3)).toBe('Where are')
    expect(heardOf(items, 0)).toBe('Where are the biggest risks?')
    expect(heardOf(items, 50)).toBe('')
    expect(heardOf([], 1)).toBe('')
  })
})
