import { rmSync } from 'node:fs'
import { freePort, newDataDir, serve, serveSite } from '../e2e/serve.ts'
import type { Figure } from './figure.ts'
import { interleave } from './interleave.ts'

const ROUNDS = 9

/**
 * P13: milliseconds from spawning the server, its data folder new, to its first reply, over a bare Hono app behind
 * node:http.
 */
export async function measureColdStart(): Promise<Figure[]> {
  const cold = await interleave(
    ROUNDS,
    async () => {
      const dataDir = newDataDir()
      const site = await serveSite(dataDir)
      await site.stop()
      rmSync(dataDir, { recursive: true })
      return site.readyMs
    },
    async () => {
      const port = await freePort()
      const bare = await serve(['bench/hono-server.ts'], port, { PORT: String(port) }, { path: '/' })
      await bare.stop()
      return bare.readyMs
    },
  )
  return [
    { id: 'P13', what: 'cold start to first reply / bare Hono', ...cold, goal: 2, aim: 1.3, unit: 'ms' },
  ]
}
