import { expect, test } from 'vitest'
import { plannedSections, rulerView } from './ruler-view.ts'

const planned = plannedSections([
  { id: 'A', name: 'Background', minutes: 5 },
  { id: 'B', name: 'Code', minutes: 15 },
])

test('lays planned sections end to end, to scale', () => {
  expect(rulerView(planned).sections).toEqual([
    { id: 'A', name: 'Background', from: 0, to: 25, label: 'whole' },
    { id: 'B', name: 'Code', from: 25, to: 100, label: 'whole' },
  ])
})

test('ticks each minute and numbers each fifth', () => {
  const { ticks } = rulerView(planned)
  expect(ticks).toHaveLength(21)
  expect(ticks.flatMap(({ numeral }) => numeral ?? [])).toEqual(['0', '5', '10', '15', '20'])
})

test('places a moment at its time and never beyond the end', () => {
  const moment = { kind: 'strong' as const, href: '#t-1', label: 'Strong moment' }
  const { moments } = rulerView(planned, [
    { ...moment, startMs: 600_000 },
    { ...moment, startMs: 9_000_000 },
  ])
  expect(moments.map(({ at }) => at)).toEqual([50, 100])
})

test('sets marks that would hide one another in rows, more of them where there is less room', () => {
  const moment = { kind: 'strong' as const, href: '#t-1', label: 'Strong moment' }
  const minutes = [5, 5, 5.9, 18, 18, 18, 18]
  const { moments } = rulerView(
    planned,
    minutes.map((minute) => ({ ...moment, startMs: minute * 60_000 })),
  )
  expect(moments.map(({ row }) => row)).toEqual([0, 1, 0, 0, 1, 2, 2])
  expect(moments.map(({ narrowRow }) => narrowRow)).toEqual([0, 1, 2, 0, 1, 2, 2])
})

test('counts in single minutes when there are few, and in tens when there are many', () => {
  const numerals = (minutes: number) =>
    rulerView(plannedSections([{ id: 'A', name: 'A', minutes }])).ticks.flatMap(
      ({ numeral }) => numeral ?? [],
    )
  expect(numerals(3)).toEqual(['0', '1', '2', '3'])
  expect(numerals(61)).toEqual(['0', '10', '20', '30', '40', '50', '60'])
})

test('shortens the name of a section that has no room for it', () => {
  const sections = plannedSections([
    { id: 'A', name: 'Background', minutes: 2 },
    { id: 'B', name: 'Code', minutes: 5 },
    { id: 'C', name: 'Scenario', minutes: 93 },
  ])
  expect(rulerView(sections).sections.map(({ label }) => label)).toEqual(['none', 'letter', 'whole'])
})
