import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf } from '../../src/api/test-app.ts'
import { openCall, ours, PICKUP, said } from '../../src/api/test-call.ts'
import { recordCallEnd } from '../../src/api/usecases/record-call-end.ts'
import { StorageFailure } from '../../src/storage/storage-failure.ts'
import { VoiceAccessFailure } from '../../src/voice/voice-access.ts'
import { VoiceAccess } from '../../src/wire/voice.ts'
import { openPaidApp } from './open-paid-app.ts'

const HOUR = 60 * 60 * 1000
let server: Awaited<ReturnType<typeof openPaidApp>>
beforeAll(async () => {
  server = await openPaidApp()
})
afterAll(() => server.close())

const sums = async (client: ReturnType<typeof server.newClient>) => {
  const { balance, held, used } = await server.credits(client)
  return [balance, held, used]
}
const kinds = async (client: ReturnType<typeof server.newClient>) =>
  (await server.credits(client)).statement.map(({ kind, change }) => [kind, change])

/** A buyer of one credit with a session. */
async function buyer(pack: 'single' | 'three-pack' = 'single') {
  const client = server.newClient()
  const { id } = await client.create()
  const order = await server.buy(client, pack)
  return { client, id, order }
}

/** Holds the interview by a call until section B begins, and two turns more. */
async function callIntoTheCode(client: ReturnType<typeof server.newClient>, id: string) {
  const call = await openCall(server, client, id)
  const history = [PICKUP]
  const entered = async () =>
    (await server.dependencies.sessions.find(id))?.events.some(
      (event) => event.kind === 'section-entered' && event.section === 'B',
    )
  for (let turn = 0; turn < 20 && !(await entered()); turn += 1) {
    const answer = await call.ask(history)
    history.push(ours(answer.words), said('skip'))
    server.passTime(5_000)
  }
  await server.atRest()
}

describe('an interview held by ElevenLabs', () => {
  test('needs a credit, which typing and the voice on the device do not', async () => {
    const client = server.newClient()
    const { id } = await client.create()
    const asked = vi.spyOn(server.voice, 'signedUrl')
    const refused = await server.access(client, id)
    expect([refused.status, await codeOf(refused)]).toEqual([402, 'no-credit'])
    expect(asked).not.toHaveBeenCalled()
    expect((await server.dependencies.sessions.find(id))?.state.engine).toBe('typed')
    for (const engine of ['typed', 'local']) {
      const free = await client.send('POST', '/api/voice/access', { sessionId: id, engine })
      expect(free.status).toBe(200)
    }
  })

  test('holds one credit however often it connects, and uses it when the code is reached', async () => {
    const { client, id } = await buyer('three-pack')
    for (let time = 0; time < 3; time += 1) expect((await server.access(client, id)).status).toBe(200)
    expect(await sums(client)).toEqual([2, 1, 0])
    await callIntoTheCode(client, id)
    expect(await sums(client)).toEqual([2, 0, 1])
    expect((await server.access(client, id)).status).toBe(200)
    server.passTime(HOUR)
    await server.sweep()
    expect(await sums(client)).toEqual([2, 0, 1])
    expect(await kinds(client)).toEqual([
      ['captured', 0],
      ['held', -1],
      ['bought', 3],
    ])
  })

  test('uses its credit by the call’s own turns, whatever the page says of how it is held', async () => {
    const { client, id } = await buyer()
    const call = await openCall(server, client, id)
    await client.send('POST', '/api/voice/access', { sessionId: id, engine: 'typed' })
    const history = [PICKUP]
    for (let turn = 0; turn < 20 && (await sums(client))[2] === 0; turn += 1) {
      const answer = await call.ask(history)
      history.push(ours(answer.words), said('skip'))
      server.passTime(5_000)
      await server.atRest()
    }
    expect(await sums(client)).toEqual([0, 0, 1])
  })

  test('that goes on by typing before the code gives its credit back', async () => {
    const { client, id } = await buyer()
    await openCall(server, client, id)
    await client.turn(id, 'open', '')
    for (let turn = 0; turn < 12; turn += 1) await client.turn(id, `t${turn}`, 'skip')
    await client.send('POST', `/api/sessions/${id}/finish`, {})
    await server.sweep()
    expect(await sums(client)).toEqual([1, 0, 0])
    expect((await server.credits(client)).statement[0]).toMatchObject({
      kind: 'returned',
      why: 'before-code',
    })
  })

  test('that the voice service gives no access gives the credit back at once', async () => {
    const { client, id } = await buyer()
    server.voice.fails = () => new VoiceAccessFailure('unreachable', 'down')
    expect((await server.access(client, id)).status).toBe(503)
    server.voice.fails = null
    expect(await sums(client)).toEqual([1, 0, 0])
    expect((await server.access(client, id)).status).toBe(200)
    expect(await sums(client)).toEqual([0, 1, 0])
    server.errors.splice(0)
  })

  test('holds as many credits as sessions begin at the same time', async () => {
    const { client, id } = await buyer('three-pack')
    const others = await Promise.all([client.create(), client.create(), client.create()])
    const began = await Promise.all(
      [id, ...others.map((other) => other.id)].map(
        async (each) => (await server.access(client, each)).status,
      ),
    )
    expect(began.toSorted()).toEqual([200, 200, 200, 402])
    expect(await sums(client)).toEqual([0, 3, 0])
  })

  test('is not forgotten by a sweep that comes between its note and its hold', async () => {
    const { client, id } = await buyer()
    const { ledger, records } = server.dependencies
    const { append } = ledger
    vi.spyOn(ledger, 'append').mockImplementationOnce(async (...request) => {
      await server.sweep()
      return append(...request)
    })
    expect((await server.access(client, id)).status).toBe(200)
    expect(await records.list(`credits/access/${id}/`)).toHaveLength(1)
  })

  test('that no call comes of gives its credit back three hours after it was last opened', async () => {
    const { client, id } = await buyer()
    await server.access(client, id)
    server.passTime(2 * HOUR)
    await server.access(client, id)
    server.passTime(2 * HOUR)
    await server.sweep()
    expect(await sums(client)).toEqual([0, 1, 0])
    server.passTime(HOUR)
    await server.sweep()
    expect(await sums(client)).toEqual([1, 0, 0])
    expect((await server.credits(client)).statement[0]).toMatchObject({ kind: 'returned', why: 'no-call' })
  })

  test('is paid before it can be deleted, though a crash had kept it from being', async () => {
    const { client, id } = await buyer()
    const { ledger } = server.dependencies
    const { append } = ledger
    const crash = vi.spyOn(ledger, 'append').mockImplementation((key, seq, facts, owner) => {
      if (facts[0]?.kind === 'captured') return Promise.reject(new Error('killed'))
      return append(key, seq, facts, owner)
    })
    await callIntoTheCode(client, id)
    crash.mockRestore()
    server.errors.splice(0)
    expect((await client.send('DELETE', `/api/sessions/${id}`)).status).toBe(204)
    await server.sweep()
    expect(await sums(client)).toEqual([0, 0, 1])
  })

  test('that is deleted before the code gives its credit back', async () => {
    const { client, id } = await buyer()
    await server.access(client, id)
    expect((await client.send('DELETE', `/api/sessions/${id}`)).status).toBe(204)
    await server.sweep()
    expect(await sums(client)).toEqual([1, 0, 0])
    expect((await server.credits(client)).statement[0]).toMatchObject({ kind: 'returned', why: 'deleted' })
  })

  test('fails closed when the ledger cannot be kept, and gives no address away', async () => {
    const { client, id } = await buyer()
    for (const method of ['read', 'append'] as const) {
      vi.spyOn(server.dependencies.ledger, method).mockRejectedValueOnce(
        new StorageFailure('x', new Error('lost')),
      )
      const refused = await server.access(client, id)
      expect([refused.status, await codeOf(refused)]).toEqual([503, 'storage-failed'])
    }
    expect(await sums(client)).toEqual([1, 0, 0])
    server.errors.splice(0)
  })

  test('left before the code for a day gives its credit back, and holds it again when it goes on', async () => {
    const { client, id } = await buyer()
    const call = await openCall(server, client, id)
    await call.ask([PICKUP])
    server.passTime(23 * HOUR)
    await server.sweep()
    expect(await sums(client)).toEqual([0, 1, 0])
    server.passTime(HOUR)
    await server.sweep()
    expect(await sums(client)).toEqual([1, 0, 0])
    expect((await server.access(client, id)).status).toBe(200)
    expect(await sums(client)).toEqual([0, 1, 0])
    server.passTime(2 * HOUR)
    await server.sweep()
    expect(await sums(client)).toEqual([0, 1, 0])
  })

  test('whose capture a crash kept from being done is captured by the sweep', async () => {
    const { client, id } = await buyer()
    const { ledger } = server.dependencies
    const { append } = ledger
    const crash = vi.spyOn(ledger, 'append').mockImplementation((key, seq, facts, owner) => {
      if (facts[0]?.kind === 'captured') return Promise.reject(new Error('killed'))
      return append(key, seq, facts, owner)
    })
    await callIntoTheCode(client, id)
    crash.mockRestore()
    expect(server.errors.splice(0).map(String)).toEqual(['Error: killed'])
    expect(await sums(client)).toEqual([0, 1, 0])
    await server.sweep()
    expect(await sums(client)).toEqual([0, 0, 1])
  })

  test('that failed on our side after the code is credited back by itself, once', async () => {
    const { client, id } = await buyer()
    await callIntoTheCode(client, id)
    const facts = { sessionId: id, durationMs: 60_000, reason: 'custom LLM error', hasAudio: false }
    await recordCallEnd(server.dependencies, { ...facts, conversationId: 'conv_1', outcome: 'failed' })
    await server.sweep()
    expect(await sums(client)).toEqual([0, 0, 1])
    await client.send('POST', `/api/sessions/${id}/finish`, {})
    await server.sweep()
    await server.sweep()
    expect(await sums(client)).toEqual([1, 0, 0])
    expect((await server.credits(client)).statement[0]).toMatchObject({ kind: 'returned', why: 'failed' })
  })

  test('that was finished early after the code is not credited back, and forgotten after three days', async () => {
    const { client, id } = await buyer()
    await callIntoTheCode(client, id)
    await client.send('POST', `/api/sessions/${id}/finish`, {})
    await server.sweep()
    expect(await sums(client)).toEqual([0, 0, 1])
    server.passTime(73 * HOUR)
    await server.sweep()
    expect(await server.dependencies.records.list(`credits/access/${id}/`)).toEqual([])
  })

  test('is not sold for what is practised again', async () => {
    const { client, id } = await buyer()
    await client.turn(id, 'open', '')
    await client.send('POST', `/api/sessions/${id}/finish`, {})
    const report = (await (await client.send('GET', `/api/reports/${id}`)).json()) as {
      questions: { id: string }[]
    }
    const wanted = { kind: 're-answer', questionId: report.questions[0]?.id }
    const again = await client.send('POST', `/api/reports/${id}/again`, wanted)
    const { id: practice } = (await again.json()) as { id: string }
    const refused = await server.access(client, practice)
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'practice-not-hosted'])
    expect(await sums(client)).toEqual([1, 0, 0])
  })

  test('is opened on the owner’s credit alone', async () => {
    const { id } = await buyer()
    const rich = await buyer()
    expect((await server.access(rich.client, id)).status).toBe(404)
    expect(await sums(rich.client)).toEqual([1, 0, 0])
    expect(VoiceAccess.safeParse(await (await server.access(rich.client, rich.id)).json()).success).toBe(true)
  })
})
