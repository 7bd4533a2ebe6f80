import { expect, test } from 'vitest'
import { setupChoices } from './setup-choices.ts'

const pack = (id: 'web-fullstack' | 'edge', shortName: string) => ({
  id,
  name: shortName,
  shortName,
  summary: 's',
  baseline: false,
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
  packs: ['edge' as const],
  trackWeight: 0,
  reading: 'r',
}))

test('names the choices as the content does, tracks in their usual order', () => {
  const choices = setupChoices({ packs: [pack('edge', 'Edge'), pack('web-fullstack', 'Web')], competencies })
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
