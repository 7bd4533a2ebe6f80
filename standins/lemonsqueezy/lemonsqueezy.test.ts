import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
