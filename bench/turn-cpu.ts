import { freePort, serve, serveSite } from '../e2e/serve.ts'
import type { Figure } from './figure.ts'
import { interleave } from './interleave.ts'
import { processUsage } from './process-usage.ts'
import { ANSWER, openSession, post, turn } from './turn-client.ts'

const ROUNDS = 7
const SESSIONS = 20

/** Turns of each session a round; with what the rounds add up to, an interview is not over yet. */
const TURNS = 5

/** Answers of the baseline a round: it needs more of them to use CPU time that can be counted. */
const PASSED_ON = 1_000

/**
 * P2: CPU milliseconds of a turn, the server's process with all its threads, over those of a raw node:http proxy in a
 * process of its own, before an answer in 20 chunks as a language model gives it. Turns are real and fsynced, 20 sessions at once, each round with new ones.
 */
export async function measureTurnCpu(): Promise<Figure[]> {
  const site = await serveSite()
  const [echoPort, proxyPort] = [await freePort(), await freePort()]
  const echo = await serve(['bench/echo-server.ts'], echoPort, { PORT: String(echoPort) }, { path: '/' })
  const environment = { PORT: String(proxyPort), UPSTREAM: String(echoPort) }
  const proxy = await serve(['bench/echo-server.ts'], proxyPort, environment, { path: '/' })
  try {
    const cpu = await interleave(
      ROUNDS,
      async () => {
        const sessions = await Promise.all(Array.from({ length: SESSIONS }, () => openSession(site.url)))
        const before = processUsage(site.pid).cpuMs
        for (let turns = 0; turns < TURNS; turns += 1)
          await Promise.all(sessions.map((session) => turn(site.url, session, `t${turns}`)))
        return (processUsage(site.pid).cpuMs - before) / (SESSIONS * TURNS)
      },
      async () => {
        const before = processUsage(proxy.pid).cpuMs
        for (let sent = 0; sent < PASSED_ON; sent += SESSIONS)
          await Promise.all(Array.from({ length: SESSIONS }, () => post(`${proxy.url}/proxy-stream`, ANSWER)))
        return (processUsage(proxy.pid).cpuMs - before) / PASSED_ON
      },
    )
    return [{ id: 'P2', what: 'CPU of a turn / raw proxy', ...cpu, goal: 2.5, aim: 1.5, unit: 'ms' }]
  } finally {
    await Promise.all([site.stop(), echo.stop(), proxy.stop()])
  }
}
