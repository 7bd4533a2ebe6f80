import { expect, test } from 'vitest'
import { openTestApp } from './test-app.ts'

test('works once, whoever opens it at the same time, and not after a quarter of an hour', async () => {
  const { dependencies, passTime } = openTestApp({ calls: {} })
  const { records, oneTimeLinks: links } = dependencies
  const token = await links.make('ann')
  expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/)
  expect(JSON.stringify(await records.list(''))).not.toContain(token)
  expect([await links.look(token), await links.look(token)]).toEqual(['ann', 'ann'])
  const used = await Promise.all(Array.from({ length: 9 }, () => links.use(token)))
  expect(used.filter((owner) => owner === 'ann')).toHaveLength(1)
  expect(await links.look(token)).toBeUndefined()
  const late = await links.make('ann')
  passTime(15 * 60 * 1000)
  expect(await links.use(late)).toBeUndefined()
})
