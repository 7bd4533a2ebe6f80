import { createHmac, randomUUID } from 'node:crypto'
import { z } from 'zod'

/** What a shop is called, sells and signs with. */
export interface ShopSettings {
  apiKey: string
  storeId: string
  webhookSecret: string
  /** Prices in cents by variant. */
  prices: Record<string, number>
  testMode: boolean
}

/** A checkout as the API takes it. What is refused here would be refused by the service with 422. */
export const CheckoutRequest = z.object({
  data: z.object({
    type: z.literal('checkouts'),
    attributes: z.object({
      test_mode: z.boolean().optional(),
      checkout_data: z.object({ custom: z.record(z.string(), z.string()) }),
      product_options: z.object({
        enabled_variants: z.array(z.number().int()),
        redirect_url: z.url().refine((url) => !url.includes('{'), 'no curly brackets'),
        receipt_link_url: z.url().refine((url) => !url.includes('{'), 'no curly brackets'),
        receipt_button_text: z.string(),
        receipt_thank_you_note: z.string(),
      }),
    }),
    relationships: z.object({
      store: z.object({ data: z.object({ type: z.literal('stores'), id: z.string() }) }),
      variant: z.object({ data: z.object({ type: z.literal('variants'), id: z.string() }) }),
    }),
  }),
})

export interface Checkout {
  id: string
  variantId: string
  custom: Record<string, string>
  redirectUrl: string
  receiptLink: string
}

export interface PaidOrder {
  id: string
  identifier: string
  /** Milliseconds since 1970. */
  createdAt: number
  variantId: string
  custom: Record<string, string>
  totalCents: number
  refundedCents: number
  receiptLink: string
  redirectUrl: string
}

/** A webhook, ready to be sent. */
export interface Notice {
  event: string
  body: string
  signature: string
}

export type Shop = ReturnType<typeof createShop>

/** Checkouts and orders of one shop in memory: no clock, no network. */
export function createShop(settings: ShopSettings, now: () => number = Date.now) {
  const checkouts = new Map<string, Checkout>()
  const orders: PaidOrder[] = []

  const fill = (link: string, { id, identifier }: { id: string; identifier: string }) =>
    link.replaceAll('[order_id]', id).replaceAll('[order_identifier]', identifier)

  /** An order as the API tells it: without a word of whose it is. */
  const resourceOf = (order: PaidOrder, more: object = {}) => ({
    type: 'orders',
    id: order.id,
    attributes: {
      store_id: Number(settings.storeId),
      customer_id: 1,
      identifier: order.identifier,
      order_number: Number(order.id),
      user_name: 'Ada',
      user_email: 'ada@example.com',
      currency: 'EUR',
      currency_rate: '1.08',
      subtotal: settings.prices[order.variantId] ?? 0,
      discount_total: 0,
      tax: order.totalCents - (settings.prices[order.variantId] ?? 0),
      total: order.totalCents,
      refunded_amount: order.refundedCents,
      status:
        order.refundedCents === 0
          ? 'paid'
          : order.refundedCents >= order.totalCents
            ? 'refunded'
            : 'partial_refund',
      refunded: order.refundedCents > 0,
      test_mode: settings.testMode,
      created_at: new Date(order.createdAt).toISOString(),
      updated_at: new Date(order.createdAt).toISOString(),
      first_order_item: {
        id: 1,
        order_id: Number(order.id),
        variant_id: Number(order.variantId),
        price: settings.prices[order.variantId] ?? 0,
        quantity: 1,
      },
      urls: { receipt: `https://app.lemonsqueezy.com/my-orders/${order.identifier}` },
      ...more,
    },
  })

  return {
    settings,
    orders,
    open(request: z.infer<typeof CheckoutRequest>): Checkout {
      const { attributes, relationships } = request.data
      const checkout = {
        id: randomUUID(),
        variantId: relationships.variant.data.id,
        custom: attributes.checkout_data.custom,
        redirectUrl: attributes.product_options.redirect_url,
        receiptLink: attributes.product_options.receipt_link_url,
      }
      checkouts.set(checkout.id, checkout)
      return checkout
    },
    checkout: (id: string) => checkouts.get(id),
    /** Somebody pays, with a fifth for tax. Each time is another order. */
    pay(checkout: Checkout): PaidOrder {
      const price = settings.prices[checkout.variantId] ?? 0
      const named = { id: String(1_000 + orders.length), identifier: randomUUID() }
      const order = {
        ...named,
        createdAt: now(),
        variantId: checkout.variantId,
        custom: checkout.custom,
        totalCents: Math.round(price * 1.2),
        refundedCents: 0,
        receiptLink: fill(checkout.receiptLink, named),
        redirectUrl: fill(checkout.redirectUrl, named),
      }
      orders.push(order)
      return order
    },
    refund(order: PaidOrder, cents: number): void {
      order.refundedCents = Math.min(order.totalCents, order.refundedCents + cents)
    },
    resourceOf,
    /** The webhook of an event; `more` changes attributes of the order as it is told. */
    notice(event: string, order: PaidOrder, more: object = {}): Notice {
      const body = JSON.stringify({
        meta: {
          event_name: event,
          webhook_id: randomUUID(),
          test_mode: settings.testMode,
          custom_data: order.custom,
        },
        data: resourceOf(order, more),
      })
      const signature = createHmac('sha256', settings.webhookSecret).update(body).digest('hex')
      return { event, body, signature }
    },
    /** A page of orders, newest first. */
    list: (page: number, size: number) => orders.toReversed().slice((page - 1) * size, page * size),
  }
}
