import type { Figure } from './figure.ts'
import { median } from './figure.ts'
import { interleave } from './interleave.ts'
import { freePort, serve, serveSite } from '../e2e/serve.ts'
import type { OpenSession } from './turn-client.ts'
import { ANSWER, openSession, post, turn } from './turn-client.ts'

const ROUNDS = 9
const AT_ONCE = 20

/**
 * P1: milliseconds to the first byte of a turn with 20 at once, over a raw proxy in front of an SSE echo.
 * P3: the same, one at a time, over the bare SSE echo. Turns are real: another session each, fsynced.
 */
export async function measureTurns(): Promise<Figure[]> {
  const site = await serveSite()
  const port = await freePort()
  const bare = await serve(['bench/echo-server.ts'], port, { PORT: String(port) }, { path: '/' })
  try {
    const sessions = await Promise.all(Array.from({ length: AT_ONCE }, () => openSession(site.url)))
    const crowded = await interleave(
      ROUNDS,
      (round) => together(sessions, (session) => turn(site.url, session, `c${round}`)),
      () => together(sessions, () => post(`${bare.url}/proxy`, ANSWER)),
    )
    const [alone] = sessions
    if (!alone) throw new Error('no session')
    const single = await interleave(
      ROUNDS,
      (round) => turn(site.url, alone, `s${round}`),
      () => post(`${bare.url}/echo`, ANSWER),
    )
    return [
      { id: 'P1', what: 'turn, 20 at once / raw proxy', ...crowded, goal: 3, aim: 1.5, unit: 'ms' },
      { id: 'P3', what: 'first words / bare SSE echo', ...single, goal: 5, aim: 1.5, unit: 'ms' },
    ]
  } finally {
    await Promise.all([site.stop(), bare.stop()])
  }
}

async function together(
  sessions: OpenSession[],
  run: (session: OpenSession) => Promise<number>,
): Promise<number> {
  return median(await Promise.all(sessions.map(run)))
}
