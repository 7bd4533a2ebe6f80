import { beforeAll, describe, expect, test } from 'vitest'
import { ShareLink } from '../wire/share.ts'
import { limitedRoutes } from './limited-routes.ts'
import { openTestApp } from './test-app.ts'

/** Whose a route's object is, and how it is asked for. `:id` is a session, `:link` a share. */
interface Row {
  of: 'session' | 'link'
  path: string
  body?: object
  headers?: Record<string, string>
  raw?: string
  /** What its owner, or who has the link, gets. */
  status: number
}

const rows: Record<string, Row> = {
  'GET /api/sessions/:id': { of: 'session', path: '/sessions/:id', status: 200 },
  'PATCH /api/sessions/:id/plan': {
    of: 'session',
    path: '/sessions/:id/plan',
    body: { level: 'mid' },
    status: 409,
  },
  'GET /api/sessions/:id/snippets/:snippetId': {
    of: 'session',
    path: '/sessions/:id/snippets/nothing',
    status: 404,
  },
  'POST /api/sessions/:id/turns': {
    of: 'session',
    path: '/sessions/:id/turns',
    body: { turnId: 't9', text: 'x' },
    status: 409,
  },
  'POST /api/sessions/:id/events': {
    of: 'session',
    path: '/sessions/:id/events',
    body: { kind: 'survey', answers: { csat: 4 } },
    status: 200,
  },
  'POST /api/sessions/:id/recording': {
    of: 'session',
    path: '/sessions/:id/recording?startMs=0',
    headers: { 'content-type': 'audio/basic' },
    raw: 'voice',
    status: 409,
  },
  'GET /api/sessions/:id/recording': { of: 'session', path: '/sessions/:id/recording', status: 200 },
  'POST /api/sessions/:id/finish': { of: 'session', path: '/sessions/:id/finish', status: 200 },
  'DELETE /api/sessions/:id': { of: 'session', path: '/sessions/:id', status: 204 },
  'GET /api/reports/:file': { of: 'session', path: '/reports/:id', status: 200 },
  'POST /api/reports/:id/again': {
    of: 'session',
    path: '/reports/:id/again',
    body: { kind: 'same-posting' },
    status: 201,
  },
  'POST /api/reports/:id/share': { of: 'session', path: '/reports/:id/share', body: {}, status: 201 },
  'GET /api/reports/:id/share': { of: 'session', path: '/reports/:id/share', status: 200 },
  'DELETE /api/reports/:id/share': { of: 'session', path: '/reports/:id/share', status: 204 },
  'POST /api/voice/access': {
    of: 'session',
    path: '/voice/access',
    body: { sessionId: ':id', engine: 'typed' },
    status: 409,
  },
  'GET /api/shared/:link/:file': { of: 'link', path: '/shared/:link/report.json', status: 200 },
  'GET /api/shared/:link/recording': { of: 'link', path: '/shared/:link/recording', status: 200 },
}

/** Routes that are about nobody's object: what they give is the asker's own, everybody's, or behind another key. */
const aboutNobody = new Set([
  'POST /api/sessions',
  'GET /api/sessions',
  'DELETE /api/me',
  'POST /api/voice/llm',
  'POST /api/voice/llm/chat/completions',
  'POST /api/voice/llm/v1/chat/completions',
  'POST /api/webhooks/elevenlabs',
  'POST /api/webhooks/lemonsqueezy',
  'POST /api/checkout',
  'GET /api/credits',
  'GET /api/cron/sweep',
  'GET /api/metrics',
  'GET /api/health',
  'GET /api/openapi.json',
])

const ABSENT = { session: 'AAAAAAAAAAAAAAAAAAAAAAAA', link: `${'A'.repeat(24)}.${'A'.repeat(32)}` }

/** A finished, recorded, shared session of an owner who has others beside them. */
async function scene() {
  const server = openTestApp()
  const owner = server.newClient()
  const { id } = await owner.create()
  const tell = (event: object) => owner.send('POST', `/api/sessions/${id}/events`, event)
  await tell({ kind: 'recording-consent', on: true })
  await owner.turn(id, 'open', '')
  await owner.turn(id, 't1', 'I owned the ledger that charged forty million requests a day, in Postgres.')
  await ask(server, owner.cookie(), 'POST', rows['POST /api/sessions/:id/recording'], id)
  await owner.send('POST', `/api/sessions/${id}/finish`)
  const share = await owner.send('POST', `/api/reports/${id}/share`, { audio: true })
  const link = ShareLink.parse(await share.json()).href.replace('/shared/', '')
  const other = server.newClient()
  await other.create()
  return { server, owner, other, id, link }
}

/** Asks as who has the cookie. */
async function ask(
  { app }: Pick<ReturnType<typeof openTestApp>, 'app'>,
  cookie: string,
  method: string,
  row: Row | undefined,
  object: string,
) {
  if (!row) throw new Error('no such row')
  const { path, body, raw, headers = { 'content-type': 'application/json' } } = row
  const named = (text: string) => text.replace(/:id|:link/, object)
  const sent = raw ?? (body && named(JSON.stringify(body)))
  const response = await app.request(`http://localhost/api${named(path)}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), ...(sent ? headers : {}) },
    ...(sent ? { body: sent } : {}),
  })
  return { status: response.status, body: await response.text(), cookie: response.headers.get('set-cookie') }
}

let shared: Awaited<ReturnType<typeof scene>>
beforeAll(async () => {
  shared = await scene()
})

test('every route is in the matrix, and nothing else is', () => {
  const known = [...Object.keys(rows), ...aboutNobody].toSorted()
  expect(known).toEqual(Object.keys(limitedRoutes).toSorted())
})

const cases = Object.entries(rows).map(([route, row]) => {
  const [method = ''] = route.split(' ')
  return { route, method, row }
})

describe.each(cases)('$route', ({ method, row }) => {
  const object = () => (row.of === 'session' ? shared.id : shared.link)
  const absent = (cookie: string) => ask(shared.server, cookie, method, row, ABSENT[row.of])

  test('for somebody else, for nobody and for a forged cookie it is like one that never was', async () => {
    if (row.of === 'link')
      return expect((await ask(shared.server, '', method, row, object())).status).toBe(row.status)
    const { server, owner, other } = shared
    const forged = owner.cookie().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    for (const cookie of [other.cookie(), '', forged]) {
      const theirs = await ask(server, cookie, method, row, object())
      expect(theirs.status).toBe(404)
      expect(theirs).toEqual(await absent(cookie))
    }
  })

  test('the link to a report is no id of a session, and an id is no link', async () => {
    const swapped = row.of === 'session' ? shared.link : shared.id
    const theirs = await ask(shared.server, shared.other.cookie(), method, row, swapped)
    expect([404, 422]).toContain(theirs.status)
    expect(theirs.body).not.toContain('ledger')
  })

  test('its owner gets what it is for, also when it was long ago', async () => {
    const { server, owner, id, link } = await scene()
    server.passTime(8 * 24 * 60 * 60 * 1000)
    const asked = row.of === 'session' ? id : link
    const cookie = row.of === 'session' ? owner.cookie() : ''
    expect((await ask(server, cookie, method, row, asked)).status).toBe(row.status)
  })

  test('once revoked or deleted it is like one that never was', async () => {
    const { server, owner, id, link } = await scene()
    const asked = row.of === 'session' ? id : link
    const cookie = row.of === 'session' ? owner.cookie() : ''
    const never = await ask(server, cookie, method, row, ABSENT[row.of])
    if (row.of === 'link') {
      await owner.send('DELETE', `/api/reports/${id}/share`)
      expect(await ask(server, cookie, method, row, asked)).toEqual(never)
    }
    await owner.send('DELETE', `/api/sessions/${id}`)
    expect(await ask(server, cookie, method, row, asked)).toEqual(never)
  })
})
