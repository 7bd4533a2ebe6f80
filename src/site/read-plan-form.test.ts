import { expect, test } from 'vitest'
import { readPlanForm } from './read-plan-form.ts'

const plan = {
  level: 'senior' as const,
  track: { id: 'web-fullstack' as const, name: 'Web', confidence: 'low' as const },
}

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('reads what was changed and what was left out', () => {
  expect(
    readPlanForm(
      form(['track', 'edge'], ['level', 'mid'], ['drop', 'php'], ['drop', 'ruby'], ['add', 'caching']),
      plan,
    ),
  ).toEqual({
    track: 'edge',
    level: 'mid',
    drop: ['php', 'ruby'],
    add: ['caching'],
  })
})

test('corrects nothing where the form says what the plan says, or nothing', () => {
  expect(readPlanForm(form(['track', 'web-fullstack'], ['level', 'senior'], ['add', '']), plan)).toEqual({
    drop: [],
    add: [],
  })
})

test('refuses a track that can be none', () => {
  expect(readPlanForm(form(['track', 'no such track']), plan)).toBeNull()
})
