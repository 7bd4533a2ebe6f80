import { beforeEach, describe, expect, test } from 'vitest'
import type { Limiter } from '../storage/limiter.ts'
import { StorageFailure } from '../storage/storage-failure.ts'
import { createApp } from './app.ts'
import type { Dependencies } from './dependencies.ts'
import { limitedRoutes } from './limited-routes.ts'
import { limits } from './limits.ts'
import { POSTING, codeOf, openTestApp } from './test-app.ts'

const down: Limiter = {
  take: () => Promise.reject(new StorageFailure('count against a limit', new Error('down'))),
  close: () => Promise.resolve(),
}

let dependencies: Dependencies

beforeEach(() => {
  const server = openTestApp({ elevenLabs: { signedUrl: () => Promise.resolve('wss://voice.test/1') } })
  dependencies = server.dependencies
})

const open = () => createApp(dependencies, () => undefined)

/** A visitor from another machine, with a cookie once it got one. */
function visitor(address: string | null) {
  const app = open()
  let cookie = ''
  return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const init = { method, headers: { 'content-type': 'application/json', cookie, ...headers } }
    const whole = body ? { ...init, body: JSON.stringify(body) } : init
    const response = await app.request(`http://localhost${path}`, whole, { peer: address })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
}

describe('limits', () => {
  test('every route has one, or a reason to have none', () => {
    const routes = open().routes.filter(({ method }) => method !== 'ALL')
    expect(
      routes.map(({ method, path }) => `${method} ${path}`).filter((each) => !(each in limitedRoutes)),
    ).toEqual([])
  })

  test('one too many is told what is wrong and when to come again', async () => {
    const send = visitor('198.51.100.1')
    for (let each = 0; each < limits.session.ownerMost + 1; each += 1)
      expect((await send('POST', '/api/sessions', { jd: POSTING })).status).toBe(201)
    const refused = await send('POST', '/api/sessions', { jd: POSTING })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toMatch(/^3[56]\d\d$/)
    expect(await refused.json()).toEqual({
      error: { code: 'too-many', message: expect.any(String), hint: 'Try again in 60 minutes.' },
    })
  }, 60_000)

  test('a new cookie, or an address of one’s own telling, is no way round', async () => {
    let admitted = 0
    for (let each = 0; each < limits.secret.addressMost + 10; each += 1) {
      const send = visitor('198.51.100.2')
      const { status } = await send('GET', '/api/cron/sweep', undefined, {
        'x-forwarded-for': `203.0.113.${each}`,
      })
      admitted += Number(status !== 429)
    }
    expect(admitted).toBe(limits.secret.addressMost)
    expect((await visitor('198.51.100.3')('GET', '/api/cron/sweep')).status).toBe(404)
  })

  test('behind our own proxy it is the address that the proxy names', async () => {
    dependencies = { ...dependencies, clientAddressHeader: 'x-real-ip' }
    const from = async (address: string) =>
      (await visitor('127.0.0.1')('GET', '/api/cron/sweep', undefined, { 'x-real-ip': address })).status
    for (let each = 0; each < limits.secret.addressMost; each += 1) await from('198.51.100.4')
    expect(await from('198.51.100.4')).toBe(429)
    expect(await from('198.51.100.5')).toBe(404)
  })

  test('on one’s own machine nothing is limited but what is paid', async () => {
    const send = visitor('127.0.0.1')
    const made = await send('POST', '/api/sessions', { jd: POSTING })
    const { id: sessionId } = (await made.json()) as { id: string }
    for (let each = 0; each < limits.secret.addressMost + 10; each += 1)
      expect((await send('GET', '/api/cron/sweep')).status).toBe(404)
    const call = () => send('POST', '/api/voice/access', { sessionId, engine: 'elevenlabs' })
    for (let each = 0; each < limits.call.ownerMost; each += 1) expect((await call()).status).toBe(200)
    const refused = await call()
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'too-many'])
    expect((await send('POST', '/api/voice/access', { sessionId, engine: 'typed' })).status).toBe(200)
  })

  test('while the store does not count, no call is opened and no session made; the rest goes on', async () => {
    const send = visitor('198.51.100.6')
    const made = await send('POST', '/api/sessions', { jd: POSTING })
    const { id: sessionId } = (await made.json()) as { id: string }
    dependencies = { ...dependencies, limiters: { ...dependencies.limiters, together: down } }
    const later = visitor('198.51.100.6')
    const asked = { method: 'POST', path: '/api/voice/access', body: { sessionId, engine: 'elevenlabs' } }
    for (const { method, path, body } of [
      asked,
      { method: 'POST', path: '/api/sessions', body: { jd: POSTING } },
    ]) {
      const refused = await later(method, path, body)
      expect([path, refused.status, await codeOf(refused)]).toEqual([path, 503, 'storage-failed'])
    }
    expect((await later('GET', '/api/health')).status).toBe(200)
    expect((await later('GET', `/api/sessions/${sessionId}`)).status).toBe(404)
  })
})

describe('the job that sweeps', () => {
  test('is let in by its secret alone', async () => {
    dependencies = { ...dependencies, cronSecret: 'a secret of sixteen' }
    const send = visitor(null)
    const as = async (authorization?: string) =>
      (await send('GET', '/api/cron/sweep', undefined, authorization ? { authorization } : {})).status
    expect([await as(), await as('Bearer wrong'), await as('a secret of sixteen')]).toEqual([401, 401, 401])
    expect(await as('Bearer a secret of sixteen')).toBe(200)
  })
})
