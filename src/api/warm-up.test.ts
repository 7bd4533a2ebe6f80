import { expect, test } from 'vitest'
import { loadBank } from '../bank/load-bank.ts'
import type { Finder } from '../domain/grading/finder.ts'
import { studyBank } from '../domain/speech/study-bank.ts'
import { warmUp } from './warm-up.ts'

test('asks the finder for all that it prepares once, and lets others in between', async () => {
  const done: string[] = []
  const note = (name: string) => {
    done.push(name)
    setImmediate(() => done.push(`after ${name}`))
  }
  const finder: Finder = {
    name: 'noting',
    version: '1',
    find: () => (note('find'), []),
    relevance: () => (note('relevance'), 0),
  }
  const built = loadBank('.build/bank.json')
  const bank = {
    ...built,
    get snippets() {
      done.push('study')
      return built.snippets
    },
  }
  await warmUp({ bank, finder })
  expect(done.slice(0, 5)).toEqual(['find', 'after find', 'relevance', 'after relevance', 'study'])
  const before = done.length
  studyBank(bank)
  expect(done).toHaveLength(before)
})
