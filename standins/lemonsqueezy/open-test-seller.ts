import { createLemonSqueezy } from '../../src/payments/drivers/lemonsqueezy.ts'
import type { LemonSqueezySettings } from '../../src/payments/drivers/lemonsqueezy.ts'
import type { TestSeller } from '../../src/payments/payments.contract.ts'
import type { LemonSqueezy } from './start-lemonsqueezy.ts'
import { standInShop } from './start-lemonsqueezy.ts'

/** The settings of a driver for the stand-in as it is set up by itself. */
export function driverSettings(url: string): LemonSqueezySettings {
  const { apiKey, storeId, webhookSecret } = standInShop
  const variants = { single: '501', 'three-pack': '503' }
  return { apiKey, storeId, webhookSecret, variants, mode: 'test', storeUrl: url }
}

/** The real driver at a stand-in that `reachStandIn` leads to. */
export function openTestSeller({ url, shop, switches }: LemonSqueezy): TestSeller {
  const orderOf = (id: string) => {
    const order = shop.orders.find((each) => each.id === id)
    if (!order) throw new Error(`no order ${id}`)
    return order
  }
  return {
    payments: createLemonSqueezy(driverSettings(url)),
    async pay(checkout) {
      const paid = await fetch(checkout, { method: 'POST', redirect: 'manual' })
      const { searchParams } = new URL(paid.headers.get('location') ?? '')
      return { id: searchParams.get('order') ?? '', identifier: searchParams.get('id') ?? '' }
    },
    refund: (id, cents) => shop.refund(orderOf(id), cents),
    notice(id) {
      const { body, signature } = shop.notice('order_created', orderOf(id))
      return { body: new TextEncoder().encode(body), signature }
    },
    setDown: (isDown) => (switches.apiDown = isDown),
  }
}
