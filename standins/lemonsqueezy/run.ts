/**
 * The stand-in by hand, for a site that runs beside it:
 *
 *   node standins/lemonsqueezy/run.ts [--webhook http://localhost:4321/api/webhooks/lemonsqueezy] [--port 4323]
 *     [--repeats 3] [--delay 2000]
 *
 * It prints the settings of the site. Lines typed here: `refund ORDER [CENTS]` (all of it without a number), `lost on`
 * or `lost off` (webhooks), `down on` or `down off` (the API).
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { standInShop, startLemonSqueezy } from './start-lemonsqueezy.ts'

const { values } = parseArgs({
  options: {
    webhook: { type: 'string', default: 'http://localhost:4321/api/webhooks/lemonsqueezy' },
    port: { type: 'string', default: '4323' },
    repeats: { type: 'string', default: '1' },
    delay: { type: 'string', default: '0' },
  },
})

const say = (line: string) => process.stdout.write(`${line}\n`)
const { url, shop, switches, tell } = await startLemonSqueezy({
  webhookUrl: values.webhook,
  port: Number(values.port),
})
switches.repeats = Number(values.repeats)
switches.delayMs = Number(values.delay)

say(`Lemon Squeezy stands in at ${url}. Set for the site, and start it with
NODE_OPTIONS="--import ./standins/lemonsqueezy/preload.ts":
LEMONSQUEEZY_STAND_IN=${url}
LEMONSQUEEZY_STORE_URL=${url}
LEMONSQUEEZY_API_KEY=${standInShop.apiKey}
LEMONSQUEEZY_STORE_ID=${standInShop.storeId}
LEMONSQUEEZY_WEBHOOK_SECRET="${standInShop.webhookSecret}"
LEMONSQUEEZY_VARIANT_SINGLE=501
LEMONSQUEEZY_VARIANT_THREE=503
LEMONSQUEEZY_MODE=test`)

for await (const line of createInterface({ input: process.stdin })) {
  const [command, what, cents] = line.trim().split(/\s+/)
  if (command === 'lost') switches.webhooksLost = what === 'on'
  else if (command === 'down') switches.apiDown = what === 'on'
  else if (command === 'refund') {
    const order = shop.orders.find(({ id }) => id === what)
    if (order) {
      shop.refund(order, cents === undefined ? order.totalCents : Number(cents))
      void tell('order_refunded', order)
    } else say(`There is no order ${what ?? ''}: ${shop.orders.map(({ id }) => id).join(', ') || 'none yet'}`)
  } else say('refund ORDER [CENTS], lost on|off, down on|off')
}
