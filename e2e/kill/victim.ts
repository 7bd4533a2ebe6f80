import type { Probe, Served } from '../serve.ts'
import { serveSite } from '../serve.ts'
import type { Ground } from './ground.ts'
import { Unavailable } from './unavailable.ts'

/** What is killed while interviews are held. */
export interface Victim {
  /** Kills it at once and without warning; resolves when it is dead. */
  kill(): Promise<void>
  /** Starts it again over what was kept. Gives the ms from its spawning to the site's first good answer to the probe. */
  revive(probe: Probe): Promise<number>
  /** A request that failed like this got no answer, and may be done or not. */
  isNoAnswer(error: unknown): boolean
}

/** The server itself. `site` is the one that runs. */
export function serverOf(ground: Ground, port: number, run: { site: Served }): Victim {
  return {
    kill: () => run.site.stop('SIGKILL'),
    async revive(probe) {
      run.site = await serveSite('', port, probe, ground.environment)
      return run.site.readyMs
    },
    isNoAnswer: (error) => error instanceof TypeError,
  }
}

/** The Redis behind a server that goes on. @throws Error when the ground has none */
export function redisOf({ kv }: Ground, run: { site: Served }): Victim {
  if (!kv) throw new Error('there is no Redis here')
  return {
    kill: () => kv.redis.kill(),
    async revive({ path, cookie = '' }) {
      const spawnedAt = performance.now()
      await kv.redis.start()
      await kv.ready()
      const response = await fetch(run.site.url + path, { headers: { cookie } })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${path} is answered with ${response.status} after Redis is back`)
      return performance.now() - spawnedAt
    },
    isNoAnswer: (error) => error instanceof Unavailable,
  }
}
