import { CheckoutOpened, Credits } from '../../src/wire/credits.ts'
import type { ProductId } from '../../src/domain/ledger/product.ts'
import type { TestOptions } from '../../src/api/test-app.ts'
import { openTestApp } from '../../src/api/test-app.ts'
import { sweep } from '../../src/api/usecases/sweep.ts'
import type { VoiceAccess } from '../../src/voice/voice-access.ts'
import type { PaidOrder } from './create-shop.ts'
import { openTestSeller } from './open-test-seller.ts'
import { reachStandIn } from './reach-stand-in.ts'
import { startLemonSqueezy } from './start-lemonsqueezy.ts'

type Client = ReturnType<ReturnType<typeof openTestApp>['newClient']>

/** A voice service that gives access, but for when it is told to fail. */
function createVoice(): VoiceAccess & { fails: (() => Error) | null } {
  const voice: VoiceAccess & { fails: (() => Error) | null } = {
    fails: null,
    signedUrl: () =>
      voice.fails ? Promise.reject(voice.fails()) : Promise.resolve('wss://api.example/v1?sig=1'),
  }
  return voice
}

/** The real app with the real driver of Lemon Squeezy at a stand-in whose clock is the app's. */
export async function openPaidApp(stores: Pick<TestOptions, 'dataDir' | 'kv'> = {}) {
  let now = () => 0
  const service = await startLemonSqueezy({ now: () => now() })
  const leave = reachStandIn(service.url)
  const { payments } = openTestSeller(service)
  const elevenLabs = createVoice()
  const server = openTestApp({ payments, elevenLabs, ...stores })
  now = server.dependencies.now
  const { app, dependencies, errors } = server

  async function checkout(client: Client, pack: ProductId, sessionId?: string) {
    const response = await client.send('POST', '/api/checkout', { pack, ...(sessionId ? { sessionId } : {}) })
    const { url } = CheckoutOpened.parse(await response.json())
    const opened = service.shop.checkout(url.split('/').at(-1) ?? '')
    if (!opened) throw new Error('there is no such checkout')
    return opened
  }
  /** Sends what the seller tells of an order; the status it is answered with. */
  async function deliver(order: PaidOrder, event = 'order_created', more: object = {}): Promise<number> {
    const { body, signature } = service.shop.notice(event, order, more)
    const headers = { 'content-type': 'application/json', 'x-signature': signature }
    const url = 'http://localhost/api/webhooks/lemonsqueezy'
    return (await app.request(url, { method: 'POST', body, headers })).status
  }
  return {
    ...server,
    service,
    voice: elevenLabs,
    checkout,
    deliver,
    pay: async (client: Client, pack: ProductId) => service.shop.pay(await checkout(client, pack)),
    buy: async (client: Client, pack: ProductId) => {
      const order = service.shop.pay(await checkout(client, pack))
      await deliver(order)
      return order
    },
    credits: async (client: Client) => Credits.parse(await (await client.send('GET', '/api/credits')).json()),
    access: (client: Client, sessionId: string) =>
      client.send('POST', '/api/voice/access', { sessionId, engine: 'elevenlabs' }),
    sweep: () => sweep(dependencies, (error) => void errors.push(error)),
    async close() {
      leave()
      await service.stop()
    },
  }
}
