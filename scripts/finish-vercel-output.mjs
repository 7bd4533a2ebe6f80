import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkoutOf, securityHeaders, voiceSocketOf } from '../src/site/security-headers.mjs'

/** A path of each kind that securityHeaders tells apart, and which paths are like it; a later one stands over an earlier. */
const KINDS = [
  { like: '^/.*$', path: '/' },
  { like: '^/session/.*$', path: '/session/any' },
  { like: '^/checkout/?$', path: '/checkout' },
  { like: '^/_astro/.*$', path: '/_astro/any' },
  { like: '^/keystatic(?:/.*)?$', path: '/keystatic' },
]
/** When the chores of usecases/sweep.ts are done. A plan without frequent jobs takes one a day, such as `0 4 * * *`. */
const SWEEPS = '*/5 * * * *'

/**
 * Completes `.vercel/output` once the adapter has written it: security headers for everything that is served, caching of
 * named files, and the job that sweeps.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {import('astro').AstroIntegration}
 */
export function finishVercelOutput(environment) {
  /** @type {URL} */
  let root
  return {
    name: 'finish-vercel-output',
    hooks: {
      // A function has no other page's file at hand, and would fetch these from its own site.
      'astro:route:setup': ({ route }) => {
        if (/\/(404|500)\.astro$/.test(route.component)) route.prerender = false
      },
      'astro:config:done': ({ config }) => {
        root = config.root
      },
      'astro:build:done': () => {
        const output = new URL('.vercel/output/', root)
        const path = new URL('config.json', output)
        const config = JSON.parse(readFileSync(path, 'utf8'))
        const routes = [...headerRoutes(environment), ...config.routes]
        const crons = [{ path: '/api/cron/sweep', schedule: environment.OFFHOOK_SWEEPS || SWEEPS }]
        writeFileSync(path, JSON.stringify({ ...config, routes, crons }, null, 2))
        // Left behind by the adapter, empty.
        for (const name of ['server', '_functions']) remove(new URL(name, output))
      },
    },
  }
}

/** @param {Record<string, string | undefined>} environment */
function headerRoutes(environment) {
  const voiceSocket = voiceSocketOf(environment)
  const checkout = checkoutOf(environment)
  const headers = KINDS.map(({ like, path }) => ({
    src: like,
    headers: securityHeaders({ path, https: true, voiceSocket, checkout }),
    continue: true,
  }))
  const cached = { 'cache-control': 'public, max-age=31536000, immutable' }
  return [...headers, { src: '^/_astro/.*$', headers: cached, continue: true }]
}

/** @param {URL} folder */
function remove(folder) {
  if (existsSync(folder)) rmSync(fileURLToPath(folder), { recursive: true })
}
