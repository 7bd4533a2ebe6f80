import { expect, test } from 'vitest'
import { groupGrounds } from './group-grounds.ts'

const found = (id: string, asked?: 'required' | 'nice-to-have' | 'mentioned', ground = 'words') => ({
  id,
  name: id,
  ground,
  tested: false,
  ...(asked === undefined ? {} : { asked }),
})

test('shows what is required before what is nice to have, and what was added by hand last', () => {
  const groups = groupGrounds([
    { id: 'go', name: 'go', tested: true },
    found('css', 'mentioned'),
    found('kafka', 'nice-to-have'),
    found('react', 'required'),
    found('redis', 'nice-to-have'),
  ])
  expect(groups.map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([
    ['Required', ['react']],
    ['Nice to have', ['kafka', 'redis']],
    ['Only mentioned', ['css']],
    ['Added', ['go']],
  ])
})

test('calls nothing required in a plan that does not say so', () => {
  expect(groupGrounds([found('react')]).map(({ name }) => name)).toEqual(['Found'])
})
