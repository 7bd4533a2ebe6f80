import { describe, expect, test } from 'vitest'
import { OperatorFigures } from '../domain/operator/figures.ts'
import { codeOf, openTestApp, POSTING } from './test-app.ts'
import { spendKey } from './spend-key.ts'

const token = 'the token of the operator, 32 letters'
const bearer = { authorization: `Bearer ${token}` }

async function figuresOf(server: ReturnType<typeof openTestApp>): Promise<OperatorFigures> {
  const response = await server.newClient().send('GET', '/api/metrics', undefined, bearer)
  return OperatorFigures.parse(await response.json())
}

describe('GET /api/metrics', () => {
  test('is not there without a token in the settings, and only for that token with one', async () => {
    const closed = openTestApp()
    expect((await closed.newClient().send('GET', '/api/metrics', undefined, bearer)).status).toBe(404)
    const client = openTestApp({ operator: { token } }).newClient()
    const refused = await client.send('GET', '/api/metrics', undefined, { authorization: 'Bearer x' })
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'no-token'])
  })

  test('tells how far sessions came, what candidates said of them and what was spent', async () => {
    const server = openTestApp({ operator: { token }, calls: {} })
    const client = server.newClient()
    const { id } = await client.create({ origin: { landing: 'posthog' } })
    await client.create({ jd: `${POSTING}\nYou know Rust.`, origin: { invite: 'friends' } })
    await client.turn(id, 'open', '')
    await client.send('POST', `/api/sessions/${id}/finish`)
    const answers = { csat: 4, again: 'yes', why: 'The code was real.', nonsense: 'x' }
    await client.send('POST', `/api/sessions/${id}/events`, { kind: 'survey', answers })
    await server.dependencies.records.add(spendKey(server.dependencies.now()), 1_250)
    const figures = await figuresOf(server)
    expect(figures.sessions).toEqual({ plans: 2, started: 1, reachedCode: 0, completed: 0, paid: 0 })
    expect(figures.csat).toEqual({ mean: 4, answers: 1 })
    expect(figures.why).toEqual(['The code was real.'])
    expect(figures.money.spendCents).toBe(1_250)
    expect(figures.funnel.map(({ landing, invite, started }) => [landing, invite, started])).toEqual(
      expect.arrayContaining([
        ['posthog', null, 1],
        [null, 'friends', 0],
      ]),
    )
    server.passTime(15 * 24 * 60 * 60 * 1000)
    expect((await figuresOf(server)).sessions.plans).toBe(0)
  })
})

describe('the log', () => {
  const marker = 'planted-marker-7be1'

  test('names each request by the pattern of its address and its id, and holds nothing that was said', async () => {
    const server = openTestApp()
    const client = server.newClient()
    const { id } = await client.create({ jd: `${POSTING}\n${marker}` })
    await client.turn(id, 'open', '')
    await client.turn(id, 't1', `I built ${marker}, a queue.`)
    const response = await client.send('POST', `/api/sessions/${id}/events`, { kind: 'note', text: marker })
    expect(server.lines.at(-1)).toMatchObject({
      kind: 'request',
      method: 'POST',
      route: '/api/sessions/:id/events',
      status: 200,
      requestId: response.headers.get('x-request-id'),
    })
    expect(JSON.stringify(server.lines)).not.toContain(marker)
    expect(JSON.stringify(server.lines)).not.toContain(id)
  })

  test('an error that quotes what somebody said leaves only its kind and place', async () => {
    const server = openTestApp({ calls: {} })
    server.dependencies.log.read = () =>
      Promise.reject(new SyntaxError(`Unexpected token in "${marker}"\n at ${marker}`))
    const given = { 'x-request-id': 'proxy-0123456789' }
    const response = await server.newClient().send('GET', '/api/sessions/x', undefined, given)
    expect([response.status, response.headers.get('x-request-id')]).toEqual([500, given['x-request-id']])
    const [line] = server.lines
    expect(line).toMatchObject({ kind: 'error', name: 'SyntaxError', requestId: given['x-request-id'] })
    expect(JSON.stringify(server.lines)).not.toContain(marker)
    expect(line).toHaveProperty('frames.0', expect.stringContaining('operator.test.ts'))
  })
})
