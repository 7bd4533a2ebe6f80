import { createHmac, timingSafeEqual } from 'node:crypto'
import { createCheckout, getOrder, lemonSqueezySetup, listOrders } from '@lemonsqueezy/lemonsqueezy.js'
import { z } from 'zod'
import { products } from '../../domain/ledger/product.ts'
import type { CheckoutRequest, Order, Payments, ReadOrderNotice } from '../payments.ts'
import { PaymentsFailure } from '../payments-failure.ts'
import type { Shop } from './lemonsqueezy-order.ts'
import { LemonSqueezyOrder, toOrder } from './lemonsqueezy-order.ts'

export interface LemonSqueezySettings extends Shop {
  apiKey: string
  webhookSecret: string
  /** Where its checkout is, if not at lemonsqueezy.com. */
  storeUrl?: string
  /** Milliseconds after which a request is given up. */
  timeoutMs?: number
}

const DEFAULT_TIMEOUT_MS = 10_000
/** Orders on a page of the list: the most there are. */
const PAGE = 100
/** What the seller puts in place of these in a link: which order it was. No other part of the link knows. */
const ORDER_LINK = 'order=[order_id]&id=[order_identifier]'

const Notice = z.object({
  meta: z.object({
    event_name: z.string(),
    custom_data: z.object({ account: z.string().max(200).optional().catch(undefined) }).nullish(),
  }),
  data: z.unknown(),
})
const Opened = z.object({
  data: z.object({ attributes: z.object({ url: z.url({ protocol: /^https?$/ }) }) }),
})
const Listed = z.object({ data: z.array(z.unknown()) })
const Found = z.object({ data: LemonSqueezyOrder })

/** Sells by Lemon Squeezy, through its own client. */
export function createLemonSqueezy(settings: LemonSqueezySettings): Payments {
  const { storeId, variants, webhookSecret } = settings
  const ask = createAsk(settings)
  return {
    products: [products['three-pack'], products.single],
    async openCheckout(request) {
      const made = await ask('open a checkout', () =>
        createCheckout(storeId, variants[request.product], checkoutOf(request, settings)),
      )
      return atStore(settings, require(Opened, made, 'a checkout').data.attributes.url)
    },
    readNotice: (body, signature) =>
      isSigned(body, signature, webhookSecret)
        ? readSigned(new TextDecoder().decode(body), settings)
        : { ok: false, why: 'unsigned' },
    async listOrders(sinceMs) {
      const found: Order[] = []
      for (let number = 1; ; number += 1) {
        const page = await ask('list orders', () =>
          listOrders({ filter: { storeId }, page: { number, size: PAGE } }),
        )
        const { data } = require(Listed, page, 'the list of orders')
        const orders = data.map((each) => readOrder(each, settings))
        found.push(...orders.filter(({ createdAt }) => createdAt >= sinceMs))
        if (data.length < PAGE || orders.some(({ createdAt }) => createdAt < sinceMs)) return found
      }
    },
    async findOrder(id) {
      const found = await ask('find an order', () => getOrder(id), 404)
      return found === undefined ? undefined : toOrder(require(Found, found, 'an order').data, settings)
    },
  }
}

function checkoutOf(
  { product, account, returnTo, receiptLink }: CheckoutRequest,
  shop: LemonSqueezySettings,
) {
  return {
    checkoutData: { custom: { account } },
    checkoutOptions: { embed: false },
    productOptions: {
      enabledVariants: [Number(shop.variants[product])],
      redirectUrl: withOrder(returnTo),
      receiptLinkUrl: withOrder(receiptLink),
      receiptButtonText: 'Your credits and reports',
      receiptThankYouNote: 'The button opens your credits and reports on any device. Keep this receipt.',
    },
    testMode: shop.mode === 'test',
  }
}

/** The page's content policy lets no form lead elsewhere. */
function atStore({ storeUrl }: LemonSqueezySettings, url: string): string {
  const { origin, hostname, protocol } = new URL(url)
  const isAtHome = protocol === 'https:' && hostname.endsWith('.lemonsqueezy.com')
  if (storeUrl === undefined ? isAtHome : origin === new URL(storeUrl).origin) return url
  throw new PaymentsFailure(
    'refused',
    `Lemon Squeezy gave a checkout at ${origin}: set LEMONSQUEEZY_STORE_URL to that`,
  )
}

/** One that cannot be read keeps no other from being read. */
function readOrder(resource: unknown, shop: Shop): Order {
  const read = LemonSqueezyOrder.safeParse(resource)
  if (read.success) return toOrder(read.data, shop)
  const named = z.object({ id: z.coerce.string().regex(/^[\w-]{1,64}$/) }).safeParse(resource)
  const [issue] = read.error.issues
  return {
    id: named.success ? named.data.id : 'unknown',
    identifier: '',
    createdAt: Infinity,
    content: { ok: false, why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` },
  }
}

function withOrder(link: string): string {
  return `${link}${link.includes('?') ? '&' : '?'}${ORDER_LINK}`
}

type Answer = Awaited<ReturnType<typeof getOrder | typeof listOrders | typeof createCheckout>>

/** The client keeps its key for all of its callers, never throws, and waits for ever. */
function createAsk({ apiKey, timeoutMs = DEFAULT_TIMEOUT_MS }: LemonSqueezySettings) {
  return async (what: string, call: () => Promise<Answer>, absent?: number): Promise<unknown> => {
    lemonSqueezySetup({ apiKey })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), timeoutMs)
    })
    const answer = await Promise.race([call(), late])
    clearTimeout(timer)
    if (answer === 'late')
      throw new PaymentsFailure('unreachable', `Lemon Squeezy did not answer in time to ${what}`)
    const { statusCode, data, error } = answer
    if (statusCode !== null && statusCode === absent) return undefined
    if (!error) return data
    const passes = statusCode === null || statusCode === 429 || statusCode >= 500
    const told = `Lemon Squeezy answered ${statusCode ?? 'nothing'} to ${what}: ${describe(error)}`
    throw new PaymentsFailure(passes ? 'unreachable' : 'refused', told, { cause: error })
  }
}

/** Longest part of a refusal that is kept, in characters. */
const LONGEST_DETAIL = 500

function describe({ message, cause }: Error): string {
  const detail = cause instanceof Error ? cause.message : JSON.stringify(cause ?? '')
  return `${message} ${detail}`.slice(0, LONGEST_DETAIL)
}

function require<T>(Schema: z.ZodType<T>, answer: unknown, what: string): T {
  const read = Schema.safeParse(answer)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new PaymentsFailure(
    'refused',
    `Lemon Squeezy's ${what}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  )
}

/** HMAC-SHA256 of the body in hex, compared in constant time. It says nothing of when. */
function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  if (!signature || !/^[0-9a-f]{64}$/i.test(signature)) return false
  const right = createHmac('sha256', secret).update(body).digest()
  return timingSafeEqual(Buffer.from(signature, 'hex'), right)
}

function readSigned(text: string, shop: Shop): ReadOrderNotice {
  const json = parseJson(text)
  const read = Notice.safeParse(json)
  if (!read.success) return unreadable(read.error)
  const { meta, data } = read.data
  if (meta.event_name !== 'order_created' && meta.event_name !== 'order_refunded') {
    return { ok: true, notice: { kind: 'other' } }
  }
  const order = z.object({ data: LemonSqueezyOrder }).safeParse({ data })
  if (!order.success) return unreadable(order.error)
  const account = meta.custom_data?.account
  return { ok: true, notice: { kind: 'order', order: toOrder(order.data.data, shop), account } }
}

function unreadable({ issues }: z.ZodError): ReadOrderNotice {
  return { ok: false, why: 'unreadable', field: issues[0]?.path.join('.') || 'body' }
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
