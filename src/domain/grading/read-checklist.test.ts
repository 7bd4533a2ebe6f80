import { expect, test } from 'vitest'
import { examplePoint } from '../report/grade-fixture.ts'
import type { Checklist } from './checklist.ts'
import type { GradedTurn } from './grade.ts'
import { readChecklist } from './read-checklist.ts'

const turn = (turnId: string, text: string): GradedTurn => ({
  entry: { turnId, seq: 1, speaker: 'candidate', text, startMs: 0, endMs: 1, section: 'B', unsure: [] },
  asked: '',
  askedFor: new Set(),
  relevance: 1,
})
const turns = [turn('first', "It's a race, and both get paid."), turn('second', 'I would take a lock.')]
const points = [examplePoint('a'), examplePoint('b')]

type Line = Checklist['points'][number]
const line = (point: string, verdict: Line['verdict'], ...quotes: [string, string][]): Line => {
  return { point, verdict, quotes: quotes.map(([name, quote]) => ({ turn: name, quote })) }
}
const read = (...lines: Line[]) => readChecklist({ points: lines }, points, turns)

test('keeps the first verbatim quote of each point', () => {
  const { proposals, dropped } = read(
    line('P1', 'yes', ['T1', ' both get paid '], ['T2', 'take a lock']),
    line('P2', 'partly', ['T2', 'take a lock']),
  )
  expect(proposals).toEqual([
    { turnId: 'first', pointId: 'a', degree: 'full', quote: 'both get paid' },
    { turnId: 'second', pointId: 'b', degree: 'partly', quote: 'take a lock' },
  ])
  expect(dropped).toBe(0)
})

test.each([
  ['words nobody said', line('P1', 'yes', ['T1', 'they both get paid twice'])],
  ['words of another turn', line('P1', 'yes', ['T1', 'take a lock'])],
  ['white space', line('P1', 'yes', ['T1', '  '])],
  ['a turn that was not shown', line('P1', 'yes', ['T3', 'take a lock'])],
  ['a turn by another name', line('P1', 'yes', ['second', 'take a lock'])],
  ['a point that was not shown', line('P3', 'yes', ['T2', 'take a lock'])],
  ['a point by its id', line('a', 'yes', ['T2', 'take a lock'])],
  ['no quote at all', line('P1', 'yes')],
])('drops and counts %s', (_, wrong) => {
  expect(read(wrong)).toEqual({ proposals: [], dropped: 1 })
})

test('takes nothing from a "no", and no second line for a point', () => {
  const again = line('P1', 'yes', ['T2', 'I would take a lock'])
  expect(read(line('P1', 'no', ['T1', 'both get paid']))).toEqual({ proposals: [], dropped: 0 })
  expect(read(line('P1', 'partly', ['T1', 'a race']), again).proposals).toMatchObject([{ quote: 'a race' }])
})

test('drops a quote that is longer than any can be', () => {
  const long = 'again and '.repeat(40)
  const wrong = { points: [line('P1', 'yes', ['T1', long.trim()])] }
  expect(readChecklist(wrong, points, [turn('first', long)])).toEqual({ proposals: [], dropped: 1 })
})
