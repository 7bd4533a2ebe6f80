import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf, openTestApp } from '../../src/api/test-app.ts'
import { operatorFigures } from '../../src/api/usecases/operator-figures.ts'
import { claimOrder } from '../../src/api/usecases/claim-order.ts'
import { StorageFailure } from '../../src/storage/storage-failure.ts'
import { openPaidApp } from './open-paid-app.ts'

let server: Awaited<ReturnType<typeof openPaidApp>>
beforeAll(async () => {
  server = await openPaidApp()
})
afterAll(() => server.close())

const sums = async (client: ReturnType<typeof server.newClient>) => {
  const { balance, held, used } = await server.credits(client)
  return [balance, held, used]
}
/** A buyer of one credit with a session. */
async function buyer(pack: 'single' | 'three-pack' = 'single') {
  const client = server.newClient()
  const { id } = await client.create()
  const order = await server.buy(client, pack)
  return { client, id, order }
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

  test('the links in a receipt are made of the public address, where one is set', async () => {
    server.dependencies.publicOrigin = 'https://offhook.example'
    const { receiptLink, redirectUrl } = await server.checkout(server.newClient(), 'single')
    server.dependencies.publicOrigin = null
    expect(receiptLink).toMatch(/^https:\/\/offhook\.example\/restore\?link=/)
    expect(redirectUrl).toMatch(/^https:\/\/offhook\.example\/bought\?/)
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
      expect(await server.deliver(forged)).toBe(200)
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
    expect(await server.dependencies.records.list('orders/claim/')).toEqual([])
    await claimOrder(server.dependencies, { ...claim, ownerId: 'somebody-else' })
    expect(await sums(client)).toEqual([3, 0, 0])
    expect(await server.dependencies.ledger.read('somebody-else', 0)).toEqual([])
  })

  test('a list that could not be had is asked for again by the next sweep', async () => {
    const { client, order } = await buyer()
    server.service.shop.refund(order, order.totalCents)
    server.passTime(6 * 60_000)
    server.service.switches.apiDown = true
    await server.sweep()
    server.service.switches.apiDown = false
    await server.sweep()
    expect(await sums(client)).toEqual([0, 0, 0])
    server.errors.splice(0)
  })

  test('the operator sees what was paid and has not been given back, and by how many', async () => {
    const figures = async () => (await operatorFigures(server.dependencies)).money
    const before = await figures()
    const { client, order } = await buyer('three-pack')
    await server.buy(client, 'single')
    server.service.shop.refund(order, 1_000)
    await server.deliver(order, 'order_refunded')
    const after = await figures()
    expect(after.revenueCents - before.revenueCents).toBe(8_280 - 1_000 + 3_000)
    expect(after.buyers - before.buyers).toBe(1)
    server.passTime(15 * 24 * 60 * 60_000)
    expect((await figures()).revenueCents).toBe(0)
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
