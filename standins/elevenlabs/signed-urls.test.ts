import { expect, test } from 'vitest'
import { createSignedUrls } from './signed-urls.ts'

test('an address starts one conversation, with its own agent, within 15 minutes', () => {
  let now = 0
  const urls = createSignedUrls(() => now)
  const issue = () => urls.issue('agent_1')
  const once = issue()
  expect(urls.redeem('agent_1', once)).toBe(true)
  expect(urls.redeem('agent_1', once)).toBe(false)
  expect(urls.redeem('agent_2', issue())).toBe(false)
  const [inTime, late] = [issue(), issue()]
  now = 15 * 60_000 - 1
  expect(urls.redeem('agent_1', inTime)).toBe(true)
  now += 1
  expect(urls.redeem('agent_1', late)).toBe(false)
})
