import http from 'node:http'
import { POSTING } from '../src/api/test-app.ts'
import type { Figure } from './figure.ts'
import { median } from './figure.ts'
import { interleave } from './interleave.ts'
import { freePort, serve, serveSite } from '../e2e/serve.ts'

const ROUNDS = 9
const AT_ONCE = 20

const answer =
  'My biggest worry is that two deliveries of the same order can both get past the check before either has ' +
  'recorded anything, and every append gets a fresh id, so the customer is paid twice. I would build the id from ' +
  'the shop and the order, and test it with two identical deliveries at once, counting entries.'

interface Session {
  id: string
  cookie: string
}

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
      () => together(sessions, () => post(`${bare.url}/proxy`, answer)),
    )
    const [alone] = sessions
    if (!alone) throw new Error('no session')
    const single = await interleave(
      ROUNDS,
      (round) => turn(site.url, alone, `s${round}`),
      () => post(`${bare.url}/echo`, answer),
    )
    return [
      { id: 'P1', what: 'turn, 20 at once / raw proxy', ...crowded, goal: 3, aim: 1.5, unit: 'ms' },
      { id: 'P3', what: 'first words / bare SSE echo', ...single, goal: 5, aim: 1.5, unit: 'ms' },
    ]
  } finally {
    await Promise.all([site.stop(), bare.stop()])
  }
}

async function together(sessions: Session[], run: (session: Session) => Promise<number>): Promise<number> {
  return median(await Promise.all(sessions.map(run)))
}

async function openSession(url: string): Promise<Session> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ jd: POSTING })
  const created = await fetch(`${url}/api/sessions`, { method: 'POST', headers, body })
  const cookie = created.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { id } = (await created.json()) as { id: string }
  const session = { id, cookie }
  for (const [turnId, text] of [
    ['open', ''],
    ['skip', 'skip'],
  ]) {
    await post(`${url}/api/sessions/${id}/turns`, JSON.stringify({ turnId, text }), cookie)
  }
  return session
}

function turn(url: string, { id, cookie }: Session, turnId: string): Promise<number> {
  return post(`${url}/api/sessions/${id}/turns`, JSON.stringify({ turnId, text: answer }), cookie)
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

/** Milliseconds from sending the request to the first byte of the answer's body. */
function post(url: string, body: string, cookie = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie }
    const request = http.request(url, { method: 'POST', headers, agent }, (response) => {
      let first: number | undefined
      response.on('data', () => (first ??= performance.now() - startedAt))
      response.on('end', () => {
        if (response.statusCode === 200 && first !== undefined) resolve(first)
        else reject(new Error(`${url} answered ${response.statusCode}`))
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}
