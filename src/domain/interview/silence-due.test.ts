import { describe, expect, test } from 'vitest'
import type { NewEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import type { Plan } from './plan.ts'
import { silenceDue } from './silence-due.ts'

const ask = (text: string): NewEvent => ({
  kind: 'agent-said',
  text,
  by: 'planned',
  act: 'ask',
  questionId: 'q',
  askId: 'opener',
})
const reply = (text: string): NewEvent => ({ kind: 'agent-said', text, by: 'planned', act: 'reply' })
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

/** An interview that started at 1 s, held by voice, with what happened then, each at its ms. */
function stateAfter(...events: [NewEvent, number][]) {
  const before: [NewEvent, number][] = [
    [{ kind: 'plan-made', plan }, 0],
    [{ kind: 'engine-chosen', engine: 'elevenlabs' }, 0],
    [{ kind: 'started', turnId: 'open' }, 1_000],
  ]
  return [...before, ...events].reduce(
    (state, [event, at], index) => fold(state, { ...event, id: `e${index}`, seq: index + 1, at }),
    initialState(),
  )
}

describe('silenceDue', () => {
  test('waits the rung out after all that was said at once has been spoken: 400 ms a word', () => {
    const state = stateAfter([reply('One two three.'), 5_000], [ask('Four five?'), 5_000])
    expect(silenceDue(state)).toBe(5_000 + 5 * 400 + 12_000)
  })

  test('counts from what the candidate did last, if that was later', () => {
    expect(silenceDue(stateAfter([ask('Why?'), 5_000], [{ kind: 'moment-marked' }, 9_000]))).toBe(21_000)
  })

  test('counts nothing for a line that was interrupted, or said before', () => {
    const heard: NewEvent = { kind: 'agent-interrupted', heard: 'One' }
    expect(silenceDue(stateAfter([ask('One two three four?'), 5_000], [heard, 5_200]))).toBe(17_200)
    expect(silenceDue(stateAfter([ask('One two three four?'), 5_000], [reply('Sure.'), 60_000]))).toBe(72_400)
  })

  test('is never on hold', () => {
    expect(silenceDue(stateAfter([ask('Why?'), 5_000], [{ kind: 'hold-started' }, 6_000]))).toBeNull()
  })
})
