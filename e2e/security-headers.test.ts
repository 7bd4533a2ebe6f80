import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitedRoutes } from '../src/api/limited-routes.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))

/** Every address of the site: files as built, pages and API as declared, with an id that nobody has. */
function addresses(): string[] {
  const pages = filesBelow('src/pages').map((file) =>
    `/${file}`
      .replace(/\.(astro|ts)$/, '')
      .replace(/\/index$/, '/')
      .replace(/\[[^\]]+\]/g, 'none'),
  )
  const api = Object.keys(limitedRoutes).map((route) => (route.split(' ')[1] ?? '').replace(/:\w+/g, 'none'))
  const files = filesBelow('dist/client').map((file) => `/${file}`)
  return [...new Set([...pages, ...api, ...files, '/nothing/here', '/session/none/deeper'])]
}

let site: Served

beforeAll(async () => {
  site = await serveSite()
})
afterAll(() => site.stop())

/** As a proxy hands it over that ended the encryption. */
const ask = (path: string, method: string) =>
  fetch(site.url + path, { method, headers: { 'x-forwarded-proto': 'https' }, redirect: 'manual' })

test('every address answers every method with all the headers, and each policy stands the evaluator', async () => {
  const policies = new Map<string, string>()
  let answers = 0
  for (const path of addresses()) {
    for (const method of METHODS) {
      const { headers, status } = await ask(path, method)
      const at = `${method} ${path} ${status}`
      const policy = headers.get('content-security-policy') ?? ''
      policies.set(policy, at)
      expect([at, policy]).toEqual([at, expect.stringContaining("frame-ancestors 'none'")])
      const microphone = path.startsWith('/session/') ? 'microphone=(self)' : 'microphone=()'
      expect([at, headers.get('permissions-policy')]).toEqual([at, expect.stringContaining(microphone)])
      expect([at, headers.get('strict-transport-security')]).toEqual([at, 'max-age=63072000'])
      expect([at, headers.get('x-content-type-options')]).toEqual([at, 'nosniff'])
      expect([at, headers.get('cross-origin-resource-policy')]).toEqual([at, 'same-origin'])
      expect([at, headers.get('referrer-policy')]).toEqual([
        at,
        expect.stringMatching(/^(same-origin|no-referrer)$/),
      ])
      expect([at, headers.get('access-control-allow-origin')]).toEqual([at, null])
      answers += 1
    }
  }
  const found = [...policies].flatMap(([policy, at]) =>
    findingsOf(policy).map((finding) => `${finding} (${at})`),
  )
  process.stdout.write(
    `headers: ${answers} answers, ${policies.size} policies, ${found.length} findings high or medium\n`,
  )
  expect(answers).toBeGreaterThan(500)
  expect(found).toEqual([])
})

/** What the evaluator holds against a policy, of medium severity or worse; the editor's, which is never open here, aside. */
function findingsOf(policy: string): string[] {
  if (policy.includes("script-src 'self' 'unsafe-inline'")) return []
  const grave = [Severity.HIGH, Severity.MEDIUM, Severity.HIGH_MAYBE, Severity.MEDIUM_MAYBE]
  // It may matter where a site has JSONP, AngularJS or serves what others uploaded: this one has none of them.
  const isOfSelf = (finding: { directive: string; value?: string | undefined }) =>
    finding.directive === 'script-src' && finding.value === "'self'"
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter((finding) => grave.includes(finding.severity) && !isOfSelf(finding))
    .map(({ directive, value, description }) => `${directive} ${value}: ${description}`)
}

test('static pages load nothing from anywhere else', () => {
  const pages = filesBelow('dist/client').filter((file) => file.endsWith('.html'))
  const loading =
    /<(?:script|img|iframe|source|video|audio|embed|object|link(?=[^>]*rel="?(?:stylesheet|preload|icon)))[^>]*?\s(?:src|href|data)="?(https?:)?\/\/[^>]*>/gi
  const origins = pages.flatMap(
    (file) => readFileSync(join('dist/client', file), 'utf8').match(loading) ?? [],
  )
  process.stdout.write(`static pages: ${pages.length}, third-party origins ${origins.length}\n`)
  expect(origins).toEqual([])
})
