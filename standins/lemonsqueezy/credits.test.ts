import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf, openTestApp } from '../../src/api/test-app.ts'
import { openCall, ours, PICKUP, said } from '../../src/api/test-call.ts'
import { claimOrder } from '../../src/api/usecases/claim-order.ts'
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

describe('what is for sale', () => {
  test('is told to everybody, the three-pack first, with an empty account', async () => {
    expect(await server.credits(server.newClient())).toEqual({
      balance: 0,
      held: 0,
      used: 0,
      sells: [
        { pack: 'three-pack', name: 'Three sessions', credits: 3, cents: 6_900, currency: 'EUR' },
        { pack: 'single', name: 'One session', credits: 1, cents: 2_500, currency: 'EUR' },
      ],
      statement: [],
    })
  })

  test('is nothing where no seller is set up, and ElevenLabs is free there', async () => {
    const free = openTestApp({ elevenLabs: { signedUrl: () => Promise.resolve('wss://x.example') } })
    const client = free.newClient()
    const { id: sessionId } = await client.create()
    const view = await client.send('GET', '/api/credits')
    expect(await view.json()).toEqual({ balance: 0, held: 0, used: 0, sells: [], statement: [] })
    const refused = await client.send('POST', '/api/checkout', { pack: 'single' })
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'nothing-sold'])
    const access = await client.send('POST', '/api/voice/access', { sessionId, engine: 'elevenlabs' })
    expect(access.status).toBe(200)
    const webhook = await free.app.request('http://localhost/api/webhooks/lemonsqueezy', { method: 'POST' })
    expect([webhook.status, await codeOf(webhook)]).toEqual([401, 'unsigned'])
    expect(await free.dependencies.ledger.listBegun(0, Infinity)).toEqual([])
  })

  test('a checkout sets the cookie of a new buyer, comes back to the session, and names one of two packs', async () => {
    const client = server.newClient()
    const opened = await server.checkout(client, 'three-pack', 'session_1')
    expect(client.cookie()).toMatch(/^offhook=/)
    expect(opened.variantId).toBe('503')
    expect(opened.redirectUrl).toMatch(
      /^http:\/\/localhost\/bought\?account=[\w.-]+&session=session_1&order=\[order_id\]&id=\[order_identifier\]$/,
    )
    expect(opened.receiptLink).toMatch(/^http:\/\/localhost\/restore\?link=/)
    for (const body of [{ pack: 'ten' }, { pack: 'single', sessionId: '../x' }]) {
      const refused = await client.send('POST', '/api/checkout', body)
      expect([refused.status, await codeOf(refused)]).toEqual([422, 'invalid'])
    }
  })

  test('a seller that is down or refuses charges nothing', async () => {
    server.service.switches.apiDown = true
    const down = await server.newClient().send('POST', '/api/checkout', { pack: 'single' })
    server.service.switches.apiDown = false
    expect([down.status, await codeOf(down)]).toEqual([503, 'checkout-unreachable'])
    delete server.service.shop.settings.prices['501']
    const refused = await server.newClient().send('POST', '/api/checkout', { pack: 'single' })
    server.service.shop.settings.prices['501'] = 2_500
    expect([refused.status, await codeOf(refused)]).toEqual([502, 'checkout-refused'])
    expect(server.errors.splice(0)).toHaveLength(2)
  })
})

describe('an order', () => {
  test('is credited once, refunded once, and shown', async () => {
    const { client, order } = await buyer('three-pack')
    expect(await server.deliver(order)).toBe(200)
    expect(await sums(client)).toEqual([3, 0, 0])
    server.service.shop.refund(order, order.totalCents)
    for (let time = 0; time < 3; time += 1) expect(await server.deliver(order, 'order_refunded')).toBe(200)
    expect(await sums(client)).toEqual([0, 0, 0])
    const [refunded, bought] = (await server.credits(client)).statement
    expect(refunded).toMatchObject({ kind: 'refunded', change: -3, short: 0 })
    expect(bought).toMatchObject({
      kind: 'bought',
      change: 3,
      order: { number: order.id, cents: 8_280, receiptUrl: expect.stringContaining('my-orders') },
    })
  })

  test('credits nobody when its account is missing, forged, or signed for something else', async () => {
    const { client, order } = await buyer()
    const victim = order.custom['account']?.split('.')[0] ?? ''
    const receipt = server.dependencies.links.sign('receipt', victim)
    for (const custom of [{}, { account: victim }, { account: `${victim}.abc` }, { account: receipt }]) {
      const forged = { ...server.service.shop.pay(await server.checkout(client, 'single')), custom }
      expect(await server.deliver(forged as typeof order)).toBe(200)
    }
    expect(await sums(client)).toEqual([1, 0, 0])
    await server.atRest()
    const told = server.errors.splice(0).map(String)
    expect(told).toHaveLength(4)
    expect(told[0]).toContain('names no account')
  })

  test('that is not as sold is told to the operator once and credits nothing', async () => {
    const { client } = await buyer()
    const order = await server.pay(client, 'single')
    for (const more of [{ test_mode: false }, { currency: 'USD' }, { store_id: 1 }]) {
      expect(await server.deliver(order, 'order_created', more)).toBe(200)
    }
    expect(await sums(client)).toEqual([1, 0, 0])
    await server.atRest()
    expect(server.errors.splice(0)).toHaveLength(1)
  })

  test('is refused without a signature, too large, or senseless; other events are let by', async () => {
    const { order } = await buyer()
    const url = 'http://localhost/api/webhooks/lemonsqueezy'
    const unsigned = await server.app.request(url, { method: 'POST', body: '{}' })
    expect([unsigned.status, await codeOf(unsigned)]).toEqual([401, 'unsigned'])
    const large = await server.app.request(url, { method: 'POST', body: 'x'.repeat(300_000) })
    expect([large.status, await codeOf(large)]).toEqual([413, 'too-large'])
    expect(await server.deliver(order, 'order_created', { total: -1 })).toBe(422)
    expect(await server.deliver(order, 'subscription_created')).toBe(200)
  })

  test('is answered with 200 only once it is durable', async () => {
    const { client } = await buyer()
    const order = await server.pay(client, 'single')
    const append = vi.spyOn(server.dependencies.ledger, 'append')
    append.mockRejectedValueOnce(new StorageFailure('append', new Error('lost')))
    expect(await server.deliver(order)).toBe(503)
    expect(await sums(client)).toEqual([1, 0, 0])
    expect(await server.deliver(order)).toBe(200)
    expect(await sums(client)).toEqual([2, 0, 0])
    server.errors.splice(0)
  })
})

describe('webhooks that are lost', () => {
  test('a known order is refunded by the list; an unknown one is claimed by its link, never by its number', async () => {
    const { client, order: known } = await buyer()
    const lost = await server.pay(client, 'three-pack')
    server.service.shop.refund(known, known.totalCents)
    server.passTime(6 * 60_000)
    await server.sweep()
    expect(await sums(client)).toEqual([0, 0, 0])
    await server.atRest()
    expect(server.errors.splice(0).map(String).join()).toContain(`order ${lost.id} is not credited`)
    const link = new URL(lost.redirectUrl).searchParams
    const ownerId = server.dependencies.links.read('account', link.get('account') ?? '') ?? ''
    const claim = { ownerId, orderId: lost.id, identifier: lost.identifier }
    await claimOrder(server.dependencies, { ...claim, identifier: 'guessed-0000' })
    await claimOrder(server.dependencies, { ...claim, identifier: '' })
    expect(await sums(client)).toEqual([0, 0, 0])
    await claimOrder(server.dependencies, claim)
    await claimOrder(server.dependencies, claim)
    expect(await sums(client)).toEqual([3, 0, 0])
    await claimOrder(server.dependencies, { ...claim, ownerId: 'somebody-else' })
    expect(await sums(client)).toEqual([3, 0, 0])
    expect(await server.dependencies.ledger.read('somebody-else', 0)).toEqual([])
  })

  test('a claim that the seller could not be asked about is taken up by the sweep', async () => {
    const client = server.newClient()
    const order = await server.pay(client, 'single')
    const ownerId = server.dependencies.links.read('account', order.custom['account']) ?? ''
    server.service.switches.apiDown = true
    const claim = { ownerId, orderId: order.id, identifier: order.identifier }
    await expect(claimOrder(server.dependencies, claim)).rejects.toThrow('Lemon Squeezy')
    await server.sweep()
    expect(await sums(client)).toEqual([0, 0, 0])
    server.service.switches.apiDown = false
    await server.sweep()
    expect(await sums(client)).toEqual([1, 0, 0])
    server.errors.splice(0)
  })
})

describe('an interview held by ElevenLabs', () => {
  test('needs a credit, which typing and the voice on the device do not', async () => {
    const client = server.newClient()
    const { id } = await client.create()
    const refused = await server.access(client, id)
    expect([refused.status, await codeOf(refused)]).toEqual([402, 'no-credit'])
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
