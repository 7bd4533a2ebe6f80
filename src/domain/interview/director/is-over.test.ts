import { expect, test } from 'vitest'
import { initialState } from '../initial-state.ts'
import type { Plan } from '../plan.ts'
import { isOver } from './is-over.ts'

const budget = { questionIds: [], reserveIds: [], budgetMs: 60_000, turns: 4 }
const plan: Plan = {
  seed: 1,
  level: 'senior',
  track: { id: 'edge', confidence: 'high' },
  competencies: [],
  slots: {},
  focus: [],
  extraTime: false,
  sections: { A: budget, B: { ...budget, turns: 9 }, C: budget, D: budget },
}

const after = (section: 'A' | 'B', sectionTurns: number, spentMs: number) =>
  isOver({
    plan,
    state: { ...initialState(), section, sectionTurns, sectionStartMs: 5_000, clockMs: 5_000 + spentMs },
  })

test('a section is over when its turns are used up, however much time is left', () => {
  expect(after('A', 3, 0)).toBe(false)
  expect(after('A', 4, 0)).toBe(true)
  expect(after('A', 9, 0)).toBe(true)
  expect(after('B', 8, 0)).toBe(false)
})

test('a section is over when its time is used up, however few turns it took', () => {
  expect(after('A', 0, 59_999)).toBe(false)
  expect(after('A', 0, 60_000)).toBe(true)
})
