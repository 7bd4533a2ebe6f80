import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createLemonSqueezy } from '../../src/payments/drivers/lemonsqueezy.ts'
import { describePayments } from '../../src/payments/payments.contract.ts'
import type { PaidOrder } from './create-shop.ts'
import { driverSettings, openTestSeller } from './open-test-seller.ts'
import { reachStandIn } from './reach-stand-in.ts'
import type { LemonSqueezy } from './start-lemonsqueezy.ts'
import { startLemonSqueezy } from './start-lemonsqueezy.ts'

const undo: (() => unknown)[] = []
async function start(): Promise<LemonSqueezy> {
  const service = await startLemonSqueezy()
  const leave = reachStandIn(service.url)
  undo.push(leave, () => service.stop())
  return service
}
afterAll(async () => {
  for (const each of undo.reverse()) await each()
})

describePayments('Lemon Squeezy', async () => openTestSeller(await start()))

describe('the driver of Lemon Squeezy', () => {
  let service: LemonSqueezy
  beforeAll(async () => {
    service = await start()
  })
  const request = {
    product: 'single' as const,
    account: 'a.b',
    returnTo: 'https://site.example/bought?account=a.b',
    receiptLink: 'https://site.example/restore?link=c',
  }
  const driver = (changes: Partial<Parameters<typeof createLemonSqueezy>[0]> = {}) =>
    createLemonSqueezy({ ...driverSettings(service.url), ...changes })
  const paid = async (): Promise<PaidOrder> => {
    const url = await driver().openCheckout(request)
    const checkout = service.shop.checkout(url.split('/').at(-1) ?? '')
    if (!checkout) throw new Error('no checkout')
    return service.shop.pay(checkout)
  }
  const read = (order: PaidOrder, more: object = {}, payments = driver(), event = 'order_created') => {
    const { body, signature } = service.shop.notice(event, order, more)
    const notice = payments.readNotice(new TextEncoder().encode(body), signature)
    return notice.ok && notice.notice.kind === 'order' ? notice.notice.order.content : notice
  }

  test('the links of return and receipt say which order it was, with what only the buyer sees', async () => {
    const { id, identifier, redirectUrl, receiptLink } = await paid()
    expect(redirectUrl).toBe(`${request.returnTo}&order=${id}&id=${identifier}`)
    expect(receiptLink).toBe(`${request.receiptLink}&order=${id}&id=${identifier}`)
  })

  test('a checkout offers the one variant, in the mode that is set, with a button in its receipt', async () => {
    const opened = async (payments = driver()) => {
      const url = await payments.openCheckout(request)
      return service.shop.checkout(url.split('/').at(-1) ?? '')?.attributes
    }
    expect(await opened()).toMatchObject({
      test_mode: true,
      product_options: {
        enabled_variants: [501],
        receipt_button_text: 'Your credits and reports',
        receipt_thank_you_note: expect.stringContaining('any device'),
      },
    })
    expect((await opened(driver({ mode: 'live' })))?.test_mode).toBe(false)
    const plain = { ...request, returnTo: 'https://site.example/bought' }
    const url = await driver().openCheckout(plain)
    expect(service.shop.checkout(url.split('/').at(-1) ?? '')?.redirectUrl).toMatch(/\/bought\?order=/)
  })

  test('an order keeps quantity, sums, receipt and its time, whatever the zone', async () => {
    const order = await paid()
    const item = { variant_id: 501, price: 2_500, quantity: 4 }
    expect(read(order, { first_order_item: item, refunded_amount: null })).toMatchObject({
      order: {
        quantity: 4,
        totalCents: 3_000,
        refundedCents: 0,
        currency: 'EUR',
        receiptUrl: `https://app.lemonsqueezy.com/my-orders/${order.identifier}`,
      },
    })
    expect(read(order, { first_order_item: { ...item, quantity: null }, urls: null })).toMatchObject({
      order: { quantity: 1 },
    })
    expect(read(order, { refunded: true, refunded_amount: 0 })).toMatchObject({ order: { state: 'void' } })
    expect(read(order, { refunded: true, refunded_amount: 9 })).toMatchObject({ order: { state: 'paid' } })
    const { body, signature } = service.shop.notice('order_refunded', order, {
      created_at: '2026-11-23T10:00:00+01:00',
    })
    const notice = driver().readNotice(new TextEncoder().encode(body), signature)
    expect(notice).toMatchObject({ notice: { order: { createdAt: Date.UTC(2026, 10, 23, 9) } } })
  })

  test.each([
    ['an id that could be part of a path', { store_id: '7/7' }, 'store_id'],
    ['an identifier that is none', { identifier: '../../x' }, 'identifier'],
    ['no quantity at all', { first_order_item: { variant_id: 501, price: 1, quantity: 0 } }, 'quantity'],
    ['a receipt that is a script', { urls: { receipt: 'javascript:alert(1)' } }, 'urls.receipt'],
  ])('an order with %s is not read', async (_, more, field) => {
    expect(read(await paid(), more)).toMatchObject({
      why: 'unreadable',
      field: expect.stringContaining(field),
    })
  })

  test('a seller that says nothing, too much is asked of, or has no answer in JSON may answer later', async () => {
    const later = { name: 'PaymentsFailure', reason: 'unreachable' }
    service.switches.hangs = true
    await expect(driver({ timeoutMs: 20 }).listOrders(0)).rejects.toMatchObject({
      ...later,
      message: 'Lemon Squeezy did not answer in time to list orders',
    })
    service.switches.hangs = false
    for (const status of [429, 500]) {
      service.switches.status = status
      await expect(driver().findOrder('1')).rejects.toMatchObject({
        ...later,
        message: expect.stringMatching(new RegExp(`answered ${status} to find an order: .*told to`)),
      })
    }
    service.switches.status = 404
    await expect(driver().openCheckout(request)).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('to open a checkout'),
    })
    service.switches.status = null
  })

  test('orders are asked for page by page, no further than the time that is asked for', async () => {
    const orders = await driver({ storeId: '78' }).listOrders(0)
    expect(orders).toEqual([])
    const { shop } = service
    const first = await paid()
    const template = shop.checkout((await driver().openCheckout(request)).split('/').at(-1) ?? '')
    if (!template) throw new Error('no checkout')
    for (let more = 0; more < 150; more += 1) shop.pay(template).createdAt = first.createdAt + 1_000
    const list = vi.spyOn(shop, 'list')
    expect(await driver().listOrders(first.createdAt + 1_000)).toHaveLength(150)
    expect(list.mock.calls.map(([page, size]) => [page, size])).toEqual([
      [1, 100],
      [2, 100],
    ])
  })

  test.each([
    ['the other mode', { test_mode: false }, /live mode, where test/],
    ['another store', { store_id: 78 }, /store 78/],
    ['another currency', { currency: 'USD' }, /USD/],
    [
      'another price',
      { first_order_item: { variant_id: 501, price: 100, quantity: 1 } },
      /100 cents, where 2500/,
    ],
    ['another variant', { first_order_item: { variant_id: 999, price: 2_500, quantity: 1 } }, /variant 999/],
  ])('an order of %s is not good', async (_, more, why) => {
    const content = read(await paid(), more)
    expect(content).toMatchObject({ ok: false })
    expect(JSON.stringify(content)).toMatch(why)
  })

  test('an order in test mode is not good where live is set', async () => {
    expect(read(await paid(), {}, driver({ mode: 'live' }))).toMatchObject({
      ok: false,
      why: expect.stringMatching(/test mode, where live/),
    })
  })

  test.each([
    ['paid', 'paid'],
    ['partial_refund', 'paid'],
    ['refunded', 'void'],
    ['fraudulent', 'void'],
    ['pending', 'pending'],
    ['failed', 'pending'],
  ])('an order that is %s is %s', async (status, state) => {
    expect(read(await paid(), { status })).toMatchObject({ ok: true, order: { state } })
  })

  test('other events are let by, and one that makes no sense names its field', async () => {
    const order = await paid()
    expect(read(order, {}, driver(), 'subscription_created')).toEqual({ ok: true, notice: { kind: 'other' } })
    expect(read(order, { total: -1 })).toEqual({
      ok: false,
      why: 'unreadable',
      field: 'data.attributes.total',
    })
  })

  test('one order of the list that cannot be read keeps no other from being read', async () => {
    const good = await paid()
    const odd = await paid()
    const { totalCents } = odd
    odd.totalCents = -1
    const listed = await driver().listOrders(0)
    odd.totalCents = totalCents
    expect(listed.find(({ id }) => id === good.id)?.content.ok).toBe(true)
    expect(listed.find(({ id }) => id === odd.id)?.content).toMatchObject({
      ok: false,
      why: expect.stringContaining('total'),
    })
  })

  test('a wrong key, an unknown variant and a checkout elsewhere are for the operator', async () => {
    const refused = { name: 'PaymentsFailure', reason: 'refused' }
    await expect(driver({ apiKey: 'wrong' }).openCheckout(request)).rejects.toMatchObject(refused)
    const variants = { single: '9', 'three-pack': '8' }
    await expect(driver({ variants }).openCheckout(request)).rejects.toMatchObject(refused)
    await expect(driver({ storeUrl: 'https://else.example' }).openCheckout(request)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('LEMONSQUEEZY_STORE_URL'),
    })
    const atHome = driverSettings(service.url)
    delete atHome.storeUrl
    await expect(createLemonSqueezy(atHome).openCheckout(request)).rejects.toMatchObject(refused)
  })
})
