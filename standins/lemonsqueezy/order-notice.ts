import { createHmac, randomUUID } from 'node:crypto'
import type { PaidOrder, ShopSettings } from './create-shop.ts'
import { orderResource } from './order-resource.ts'

/** A webhook, ready to be sent. */
export interface Notice {
  event: string
  body: string
  signature: string
}

/** The webhook of an event: the order, and what its checkout was given to come back. */
export function orderNotice(event: string, order: PaidOrder, settings: ShopSettings, more: object): Notice {
  const body = JSON.stringify({
    meta: {
      event_name: event,
      webhook_id: randomUUID(),
      test_mode: settings.testMode,
      custom_data: order.custom,
    },
    data: orderResource(order, settings, more),
  })
  return { event, body, signature: createHmac('sha256', settings.webhookSecret).update(body).digest('hex') }
}
