import http from 'node:http'
import { POSTING } from '../src/api/test-app.ts'

/** What the bench answers to every question. */
export const ANSWER =
  'My biggest worry is that two deliveries of the same order can both get past the check before either has ' +
  'recorded anything, and every append gets a fresh id, so the customer is paid twice. I would build the id from ' +
  'the shop and the order, and test it with two identical deliveries at once, counting entries.'

export interface OpenSession {
  id: string
  cookie: string
}

/** A new interview that waits for the answer to its first question of substance. */
export async function openSession(url: string): Promise<OpenSession> {
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

/** Milliseconds to the first byte of the answer to a turn. */
export function turn(url: string, { id, cookie }: OpenSession, turnId: string): Promise<number> {
  return post(`${url}/api/sessions/${id}/turns`, JSON.stringify({ turnId, text: ANSWER }), cookie)
}

/** Sockets enough for 64 turns at once. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

/** Milliseconds from sending the request to the first byte of the answer's body. @throws Error on any status but 200. */
export function post(url: string, body: string, cookie = ''): Promise<number> {
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
