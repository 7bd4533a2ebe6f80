import { readdirSync } from 'node:fs'
import { finishVercelOutput } from './finish-vercel-output.mjs'

/** A little more than the largest webhook. What is lower for all else is said where it is read: api/app.ts, site/read-form.ts. */
const LARGEST_BODY = 32 * 1024 * 1024
/** The longest that a request may take, in seconds: a language model reads a finished interview. */
const LONGEST_REQUEST = 120
/**
 * How the site is built for where it will run: on a machine by server.mjs, or, with ADAPTER=vercel or on Vercel itself, as
 * `.vercel/output`.
 *
 * @param {Record<string, string | undefined>} environment
 * @throws Error that names ADAPTER when it is neither
 */
export async function siteAdapter(environment) {
  const target = environment.ADAPTER || (environment.VERCEL ? 'vercel' : 'node')
  switch (target) {
    case 'node': {
      const { default: node } = await import('@astrojs/node')
      // The handler is imported by server.mjs, which starts it with ASTRO_NODE_AUTOSTART=disabled.
      const adapter = node({ mode: 'standalone', bodySizeLimit: LARGEST_BODY })
      return { adapter, outDir: './dist', integrations: [] }
    }
    case 'vercel': {
      const { default: vercel } = await import('@astrojs/vercel')
      const includeFiles = readAtRunTime().map((path) => `./${path}`)
      const adapter = vercel({ maxDuration: LONGEST_REQUEST, includeFiles })
      // Beside the output, so that what was built for server.mjs stays.
      return { adapter, outDir: './.build/site', integrations: [finishVercelOutput(environment)] }
    }
    default:
      throw new Error(`ADAPTER must be node or vercel, not "${target}".`)
  }
}

/** What the function reads from its disk: content, and what reports are printed with. */
function readAtRunTime() {
  const documents = '.build/documents'
  return ['.build/bank.json', ...readdirSync(documents).map((name) => `${documents}/${name}`)]
}
