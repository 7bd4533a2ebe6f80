import { afterAll, expect, test } from 'vitest'
import { serveSite } from './serve.ts'

process.env.OFFHOOK_CMS = 'local'
const site = await serveSite()

afterAll(() => site.stop())

/** What the editor's own page and client ask for; the header is all that a local one wants to see. */
const doors = [
  ['GET', '/keystatic'],
  ['GET', '/keystatic/collection/snippets'],
  ['GET', '/api/keystatic/tree'],
  ['GET', '/api/keystatic/blob/0/src/content/packs/edge.yaml'],
  ['POST', '/api/keystatic/update'],
  ['GET', '/api/keystatic/github/login'],
] as const

test.each(doors)('the built site answers %s %s with 404', async (method, path) => {
  const response = await fetch(site.url + path, {
    method,
    headers: { 'no-cors': '1', 'content-type': 'application/json' },
    redirect: 'manual',
    ...(method === 'POST' ? { body: JSON.stringify({ additions: [], deletions: [] }) } : {}),
  })
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('keystatic-page')
})
