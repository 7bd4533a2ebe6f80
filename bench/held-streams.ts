import { once } from 'node:events'
import net from 'node:net'
import { freePort, serve, serveSite } from '../e2e/serve.ts'
import type { Figure } from './figure.ts'
import { median } from './figure.ts'
import { interleave } from './interleave.ts'
import type { ProcessUsage } from './process-usage.ts'
import { processUsage } from './process-usage.ts'
import type { OpenSession } from './turn-client.ts'
import { ANSWER, openSession, post, turn } from './turn-client.ts'

const STREAMS = 10_000
const ROUNDS = 3
const AT_ONCE = 20
const TURNS = 400

interface Load {
  cpuMs: number
  memoryMb: number
  perSecond: number
}

/**
 * P4: CPU of a turn and memory of the server's process while it holds 10,000 requests open, over a bare node:http stub
 * that holds as many. The product holds no stream between two turns, so what is held is the most it ever does: turns
 * whose headers are in and whose body is still to come. Turns are real, 20 at once, as many a second as come out.
 */
export async function measureHeldStreams(): Promise<Figure[]> {
  const site = await serveSite()
  const port = await freePort()
  const bare = await serve(['bench/echo-server.ts'], port, { PORT: String(port) }, { path: '/' })
  const loads: { ours: Load[]; theirs: Load[] } = { ours: [], theirs: [] }
  try {
    const cpu = await interleave(
      ROUNDS,
      async () => {
        const sessions = await Promise.all(Array.from({ length: AT_ONCE }, () => openSession(site.url)))
        const [first] = sessions
        if (!first) throw new Error('no session')
        const path = `/api/sessions/${first.id}/turns`
        const load = await underLoad(site, path, first, (index, round) => {
          const session = sessions[index]
          if (!session) throw new Error('no session')
          return turn(site.url, session, `t${round}`)
        })
        loads.ours.push(load)
        return load.cpuMs
      },
      async () => {
        const load = await underLoad(bare, '/echo', { cookie: '' }, () => post(`${bare.url}/echo`, ANSWER))
        loads.theirs.push(load)
        return load.cpuMs
      },
    )
    const of = (side: 'ours' | 'theirs', what: keyof Load) => median(loads[side].map((load) => load[what]))
    const [value, baseline] = [of('ours', 'memoryMb'), of('theirs', 'memoryMb')]
    const held = `beside ${STREAMS} held, ${Math.round(of('ours', 'perSecond'))} turns a second`
    return [
      { id: 'P4-cpu', what: `CPU of a turn ${held} / bare stub`, ...cpu, goal: 2.5, aim: 1.5, unit: 'ms' },
      {
        id: 'P4-memory',
        what: `memory ${held} / bare stub`,
        value,
        baseline,
        ratio: value / baseline,
        goal: 2,
        aim: 1.5,
        unit: 'MB',
      },
    ]
  } finally {
    await Promise.all([site.stop(), bare.stop()])
  }
}

/** @throws Error when a held request is answered or dropped. */
async function underLoad(
  { url, pid }: { url: string; pid: number },
  path: string,
  { cookie }: Pick<OpenSession, 'cookie'>,
  send: (index: number, round: number) => Promise<number>,
): Promise<Load> {
  const held = await hold(Number(new URL(url).port), path, cookie)
  const before: ProcessUsage = processUsage(pid)
  const startedAt = performance.now()
  for (let round = 0; round < TURNS / AT_ONCE; round += 1)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => send(index, round)))
  const seconds = (performance.now() - startedAt) / 1000
  const after = processUsage(pid)
  const lost = held.filter(({ destroyed, bytesRead }) => destroyed || bytesRead > 0).length
  const closed = held.filter((socket) => !socket.closed).map((socket) => once(socket, 'close'))
  for (const socket of held) socket.destroy()
  await Promise.all(closed)
  if (lost > 0) throw new Error(`${lost} of ${STREAMS} requests were not held by ${url}`)
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / TURNS,
    memoryMb: after.memoryMb,
    perSecond: TURNS / seconds,
  }
}

/** Opens the requests in lots that a backlog of 511 has room for. @throws Error when a connection is refused. */
async function hold(port: number, path: string, cookie: string): Promise<net.Socket[]> {
  const head =
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n` +
    'content-type: application/json\r\ncontent-length: 400\r\n\r\n{'
  const held: net.Socket[] = []
  while (held.length < STREAMS) {
    const lot = Array.from({ length: 200 }, async () => {
      const socket = net.connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.on('error', () => socket.destroy())
      socket.resume()
      socket.write(head)
      return socket
    })
    held.push(...(await Promise.all(lot)))
  }
  return held
}
