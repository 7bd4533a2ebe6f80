import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { orderNotice } from './order-notice.ts'
import { orderResource } from './order-resource.ts'

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
  /** As the request had them. */
  attributes: z.infer<typeof CheckoutRequest>['data']['attributes']
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

export type Shop = ReturnType<typeof createShop>

/** Checkouts and orders of one shop in memory: no clock, no network. */
export function createShop(settings: ShopSettings, now: () => number = Date.now) {
  const checkouts = new Map<string, Checkout>()
  const orders: PaidOrder[] = []

  const fill = (link: string, { id, identifier }: { id: string; identifier: string }) =>
    link.replaceAll('[order_id]', id).replaceAll('[order_identifier]', identifier)

  return {
    settings,
    orders,
    open(request: z.infer<typeof CheckoutRequest>): Checkout {
      const { attributes, relationships } = request.data
      const checkout = {
        id: randomUUID(),
        variantId: relationships.variant.data.id,
        custom: attributes.checkout_data.custom,
        attributes,
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
    resourceOf: (order: PaidOrder) => orderResource(order, settings),
    notice: (event: string, order: PaidOrder, more: object = {}) => orderNotice(event, order, settings, more),
    /** A page of orders, newest first. */
    list: (page: number, size: number) => orders.toReversed().slice((page - 1) * size, page * size),
  }
}
