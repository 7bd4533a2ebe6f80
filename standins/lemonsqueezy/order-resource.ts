import type { PaidOrder, ShopSettings } from './create-shop.ts'

/** An order as the API tells it: without a word of whose it is. `more` changes its attributes. */
export function orderResource(order: PaidOrder, settings: ShopSettings, more: object = {}) {
  const { id, identifier, createdAt, variantId, totalCents, refundedCents } = order
  const price = settings.prices[variantId] ?? 0
  const at = new Date(createdAt).toISOString()
  return {
    type: 'orders',
    id,
    attributes: {
      store_id: Number(settings.storeId),
      customer_id: 1,
      identifier,
      order_number: Number(id),
      user_name: 'Ada',
      user_email: 'ada@example.com',
      currency: 'EUR',
      currency_rate: '1.08',
      subtotal: price,
      discount_total: 0,
      tax: totalCents - price,
      total: totalCents,
      refunded_amount: refundedCents,
      status: refundedCents === 0 ? 'paid' : refundedCents >= totalCents ? 'refunded' : 'partial_refund',
      refunded: refundedCents > 0,
      test_mode: settings.testMode,
      created_at: at,
      updated_at: at,
      first_order_item: { id: 1, order_id: Number(id), variant_id: Number(variantId), price, quantity: 1 },
      urls: { receipt: `https://app.lemonsqueezy.com/my-orders/${identifier}` },
      ...more,
    },
  }
}
