import { rmSync } from 'node:fs'
import { createHttpClient } from '../e2e/http-client.ts'
import { freePort, newDataDir, serve, serveSite } from '../e2e/serve.ts'
import type { Figure } from './figure.ts'
import { interleave } from './interleave.ts'

const ROUNDS = 9
const SESSIONS = 20

/** The least that a server can be: one line, no file of its own. */
const bareServer =
  "require('node:http').createServer((_, response) => response.end('ok'))" +
  ".listen(process.env.PORT, '127.0.0.1', () => console.log('listening'))"

/**
 * `ready`: milliseconds from spawning the killed server again to its first good answer that reads a session, over a
 * bare node:http server's from spawning to its first answer. Each round appends before it kills, so that the next one
 * has a log to recover. Goal: seven runs gave ratios of 6.7 to 8.6, so 10 is a third above the middle of them. Aim: what
 * is left when checking the bank and making its lexicon, 30% of the start by profile, are done at build.
 */
export async function measureRestart(): Promise<Figure[]> {
  const dataDir = newDataDir()
  const port = await freePort()
  const first = await serveSite(dataDir, port)
  const client = createHttpClient(first.url)
  const ids: string[] = []
  while (ids.length < SESSIONS) ids.push(await client.create())
  const id = ids[0] ?? ''
  await client.turn(id, 'open', '')
  await first.stop('SIGKILL')
  const ready = await interleave(
    ROUNDS,
    async (round) => {
      const site = await serveSite(dataDir, port, { path: `/api/sessions/${id}`, cookie: client.cookie() })
      await client.turn(id, `t${round}`, 'Two deliveries of the same order can both get past that check.')
      await site.stop('SIGKILL')
      return site.readyMs
    },
    async () => {
      const bare = await serve(['-e', bareServer], port, { PORT: String(port) }, { path: '/' })
      await bare.stop('SIGKILL')
      return bare.readyMs
    },
  )
  rmSync(dataDir, { recursive: true })
  return [
    { id: 'ready', what: 'killed server back / bare node:http', ...ready, goal: 10, aim: 5, unit: 'ms' },
  ]
}
