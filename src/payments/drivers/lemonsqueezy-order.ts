import { z } from 'zod'
import { CURRENCY, products } from '../../domain/ledger/product.ts'
import type { ProductId } from '../../domain/ledger/product.ts'
import type { GoodOrder } from '../../domain/ledger/take-order.ts'
import type { Order } from '../payments.ts'

/** What of the settings an order is checked against. */
export interface Shop {
  storeId: string
  variants: Record<ProductId, string>
  mode: 'live' | 'test'
}

const Id = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[\w-]{1,64}$/))
const Cents = z.number().int().nonnegative()

/** An order as Lemon Squeezy describes it in webhooks and in `GET /v1/orders`; what is not named here is let by. */
export const LemonSqueezyOrder = z.object({
  id: Id,
  attributes: z.object({
    store_id: Id,
    identifier: z.string().regex(/^[\w-]{8,64}$/),
    order_number: Id,
    currency: z.string().max(10),
    total: Cents,
    refunded_amount: Cents.nullish(),
    status: z.string().max(40),
    refunded: z.boolean().nullish(),
    test_mode: z.boolean(),
    created_at: z.iso.datetime({ offset: true }),
    first_order_item: z.object({
      variant_id: Id,
      price: Cents,
      quantity: z.number().int().min(1).max(1_000).nullish(),
    }),
    urls: z.object({ receipt: z.url({ protocol: /^https?$/ }).nullish() }).nullish(),
  }),
})
type LemonSqueezyOrder = z.infer<typeof LemonSqueezyOrder>

/** An order of this shop, checked: mode, store, variant, price and currency are what is sold here. */
export function toOrder({ id, attributes }: LemonSqueezyOrder, shop: Shop): Order {
  const product = productOf(shop, attributes.first_order_item.variant_id)
  const why = problemOf(attributes, shop, product)
  const rest = { id, identifier: attributes.identifier, createdAt: Date.parse(attributes.created_at) }
  if (why !== undefined || !product) return { ...rest, content: { ok: false, why: why ?? 'unknown product' } }
  const receiptUrl = attributes.urls?.receipt
  const order: GoodOrder = {
    id,
    number: attributes.order_number,
    product,
    quantity: attributes.first_order_item.quantity ?? 1,
    totalCents: attributes.total,
    refundedCents: attributes.refunded_amount ?? 0,
    currency: attributes.currency,
    ...(receiptUrl ? { receiptUrl } : {}),
    state: stateOf(attributes),
  }
  return { ...rest, content: { ok: true, order } }
}

function productOf({ variants }: Shop, variantId: string): ProductId | undefined {
  return variants['three-pack'] === variantId
    ? 'three-pack'
    : variants.single === variantId
      ? 'single'
      : undefined
}

function problemOf(
  attributes: LemonSqueezyOrder['attributes'],
  { storeId, mode }: Shop,
  product: ProductId | undefined,
): string | undefined {
  const { test_mode: isTest, store_id: store, currency, first_order_item: item } = attributes
  if (isTest !== (mode === 'test'))
    return `an order in ${isTest ? 'test' : 'live'} mode, where ${mode} is set`
  if (store !== storeId) return `an order of the store ${store}`
  if (!product) return `an order of the variant ${item.variant_id}, which is not sold here`
  if (currency !== CURRENCY) return `an order in ${currency}, where ${CURRENCY} is asked`
  if (item.price !== products[product].cents)
    return `an order at ${item.price} cents, where ${products[product].cents} are asked`
  return undefined
}

/** A whole refund and a fraud take all back; `partial_refund` is an order that was paid. */
function stateOf({ status, refunded, refunded_amount: amount }: LemonSqueezyOrder['attributes']) {
  switch (status) {
    case 'paid':
    case 'partial_refund':
      return refunded && !amount ? ('void' as const) : ('paid' as const)
    case 'refunded':
    case 'fraudulent':
      return 'void' as const
    default:
      return 'pending' as const
  }
}
