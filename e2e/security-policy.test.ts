import { readdirSync } from 'node:fs'
import { posix, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import type { HttpClient } from './http-client.ts'
import { createHttpClient } from './http-client.ts'
import { playOverHttp } from './play-over-http.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

let site: Served
let client: HttpClient
let live = ''
let finished = ''

beforeAll(async () => {
  const bank = loadBank('.build/bank.json')
  site = await serveSite()
  client = createHttpClient(site.url)
  live = await playOverHttp(client, bank, 'strong', ({ section }) => section === 'B')
  finished = await playOverHttp(client, bank, 'silent')
  await client.send('POST', `/api/sessions/${finished}/finish`, {})
})
afterAll(() => site.stop())

describe('every response', () => {
  test('carries the policy, static files and refusals included, and static pages hold no script', async () => {
    const files = readdirSync('dist/client', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative('dist/client', posix.join(entry.parentPath, entry.name))}`)
    const pages = ['/', '/sessions', '/start', '/nowhere', '/api-docs', '/how-scores-are-made', '/privacy']
    const own = [`/session/${live}`, `/report/${finished}`, `/session/none`, `/report/none`]
    const api = ['/api/health', '/api/nothing', '/api/sessions', `/api/reports/${finished}.md`]
    expect(files.length).toBeGreaterThan(10)
    for (const path of [...files, ...pages, ...own, ...api]) {
      const response = await client.send('GET', path)
      const policy = response.headers.get('content-security-policy') ?? ''
      expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'; script-src 'self'")])
      // The voice on the device is WebAssembly; nothing else may be made at run time.
      const loose = /^\/(session|_astro)\//.test(path) ? ["'wasm-unsafe-eval'"] : null
      expect([path, policy.match(/'[a-z-]*unsafe[a-z-]*'/g)]).toEqual([path, loose])
      expect([path, response.headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
      const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
      const scripted = [`/session/${live}`, '/sessions']
      const forbidden = scripted.includes(path)
        ? /<script(?![^>]*\s(src=|type="application\/ld\+json"))|\son[a-z]+=/i
        : /<script(?! type="application\/ld\+json">)|\son[a-z]+=/i
      if (isPage) expect([path, forbidden.test(await response.text())]).toEqual([path, false])
    }
  })
})
