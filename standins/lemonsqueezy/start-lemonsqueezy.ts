import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { PaidOrder, Shop, ShopSettings } from './create-shop.ts'
import { createShop } from './create-shop.ts'
import { sendNotice } from './send-notice.ts'
import { serveApi } from './serve-api.ts'
import type { Switches } from './switches.ts'
import { createSwitches } from './switches.ts'

/** The stand-in, running. */
export interface LemonSqueezy {
  /** `http://127.0.0.1:port`, in place of the service's own; checkouts are here, too. */
  url: string
  shop: Shop
  /** May be turned at any time. */
  switches: Switches
  /** Tells of an order as the switches say; resolves when every webhook has been taken or given up. */
  tell(event: 'order_created' | 'order_refunded', order: PaidOrder): Promise<void>
  stop(): Promise<void>
}

interface Options extends Partial<ShopSettings> {
  /** Where webhooks go; without it none are sent. */
  webhookUrl?: string
  /** What the waits between tries are multiplied with. */
  pace?: number
  port?: number
  now?: () => number
}

/** What the stand-in is set up with where nothing else is said. */
export const standInShop: ShopSettings = {
  apiKey: 'ls_stand_in',
  storeId: '77',
  webhookSecret: 'the secret of the stand-in',
  prices: { '501': 2_500, '503': 6_900 },
  testMode: true,
}

/**
 * A stand-in of Lemon Squeezy on 127.0.0.1, as its documents and its client describe it: checkouts by the API, a page to
 * pay them on, the list of orders, and webhooks with their four tries. Orders do not say whose they are, but in the links
 * of return and receipt, as with the service. Nothing of it was recorded from the live service.
 */
export async function startLemonSqueezy(options: Options = {}): Promise<LemonSqueezy> {
  const { webhookUrl, pace = 1, port = 0, now = Date.now, ...settings } = options
  const shop = createShop({ ...standInShop, ...settings }, now)
  const switches = createSwitches()

  async function tell(event: 'order_created' | 'order_refunded', order: PaidOrder): Promise<void> {
    if (webhookUrl === undefined || switches.webhooksLost) return
    if (switches.delayMs > 0) await wait(switches.delayMs, undefined, { ref: false })
    const notice = shop.notice(event, order)
    await Promise.all(Array.from({ length: switches.repeats }, () => sendNotice(webhookUrl, notice, pace)))
  }

  const server = createServer((request, response) => {
    const [, page, , id] = (request.url ?? '/').split('/')
    if (page !== 'checkout') return void serveApi(shop, switches, request, response)
    const order = servePayment(shop, id ?? '', request, response)
    if (order) void tell('order_created', order)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    shop,
    switches,
    tell,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The page where an order is paid: a button, and on to where the checkout said. */
function servePayment(
  shop: Shop,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): PaidOrder | undefined {
  const checkout = shop.checkout(id)
  if (!checkout) return void response.writeHead(404).end('There is no such checkout.')
  if (request.method === 'POST') {
    const order = shop.pay(checkout)
    response.writeHead(303, { location: order.redirectUrl }).end()
    return order
  }
  const cents = shop.settings.prices[checkout.variantId] ?? 0
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
    `<!doctype html><html lang="en"><title>Checkout</title><link rel="icon" href="data:,"><h1>A stand-in of the checkout</h1>
    <p>EUR ${(cents / 100).toFixed(2)} and a fifth of it for tax. No money moves.</p>
    <form method="post"><button>Pay</button></form></html>`,
  )
  return undefined
}
