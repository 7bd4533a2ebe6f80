import { expect, test } from 'vitest'
import { setupChoices } from './setup-choices.ts'

const pack = (id: string, shortName: string) => ({
  id,
  name: shortName,
  shortName,
  summary: 's',
  order: 1,
  baseline: false,
  roles: [],
  leanings: [],
})
const ids = [
  'caching',
  'queues-and-background-jobs',
  'postgres-and-sql',
  'observability',
  'feature-flags',
  'authentication-and-sessions',
]
const competencies = ids.map((id) => ({
  id,
  name: `Name of ${id}`,
  aliases: ['a', 'b'],
  packs: ['edge'],
  trackWeight: 0,
  reading: 'r',
}))

test('names the choices and orders the choices as the content does', () => {
  const choices = setupChoices({ packs: [pack('web-fullstack', 'Web'), pack('edge', 'Edge')], competencies })
  expect(choices.domains).toEqual([
    { id: 'web-fullstack', name: 'Web' },
    { id: 'edge', name: 'Edge' },
  ])
  expect(choices.focus.map(({ name }) => name)).toEqual(ids.map((id) => `Name of ${id}`))
})

test('refuses content that lacks a focus area', () => {
  expect(() => setupChoices({ packs: [], competencies: competencies.slice(1) })).toThrow(
    'caching, which is no competency',
  )
})
