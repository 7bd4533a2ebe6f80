import { foldLedger } from '../../src/domain/ledger/fold-ledger.ts'
import type { Account } from '../../src/domain/ledger/account.ts'
import { emptyAccount } from '../../src/domain/ledger/account.ts'
import { products } from '../../src/domain/ledger/product.ts'
import { spend } from '../../src/domain/ledger/spend.ts'
import { changeAccount } from '../../src/api/usecases/change-account.ts'
import { claimOrder } from '../../src/api/usecases/claim-order.ts'
import { openCheckout } from '../../src/api/usecases/open-checkout.ts'
import { seededRandom } from '../../e2e/seeded-random.ts'
import { crashAt, crashPoints, makeMortal } from './crash-points.ts'
import type { CrashPoint } from './crash-points.ts'
import type { PaidOrder } from './create-shop.ts'
import type { Notice } from './order-notice.ts'
import { openPaidApp } from './open-paid-app.ts'

type App = Awaited<ReturnType<typeof openPaidApp>>

/** What a run came to. Every `lost`, `doubled` and `negative` is a broken promise. */
export interface OrdersPlayed {
  orders: number
  deliveries: number
  crashes: Record<CrashPoint, number>
  inOutage: number
  lost: string[]
  doubled: string[]
  negative: string[]
}

/** Deliveries that are under way at the same time. */
const AT_ONCE = 8
/** Orders whose deliveries are mixed. */
const MIXED = 24
/** The service tries four times, and then never again. */
const TRIES = 4
const MINUTE = 60_000

/** An order and what of it was told when. */
interface Bought {
  ownerId: string
  order: PaidOrder
  /** Its webhooks, each as it was when it was first sent; lost in the outage are not among them. */
  notices: Notice[]
}

/**
 * Orders through the real client and the real routes: each webhook 1 to 6 times, up to 8 at once, refunds before the order,
 * handlers killed at five points, credits used in between; a tenth in an outage of ten minutes in which every webhook and
 * every return fails. Then the sweep, and the buyers of the outage open their receipts.
 */
export async function playOrders(
  count: number,
  seed: number,
  stores: Parameters<typeof openPaidApp>[0] = {},
): Promise<OrdersPlayed> {
  const random = seededRandom(seed)
  const app = await openPaidApp(stores)
  makeMortal(app.dependencies)
  const played: OrdersPlayed = {
    orders: count,
    deliveries: 0,
    crashes: Object.fromEntries(crashPoints.map((point) => [point, 0])) as OrdersPlayed['crashes'],
    inOutage: 0,
    lost: [],
    doubled: [],
    negative: [],
  }
  try {
    const all: Bought[] = []
    const outage: Bought[] = []
    for (let from = 0; from < count; from += MIXED) {
      const isOut = from >= count * 0.45 && from < count * 0.55
      const mixed: Bought[] = []
      for (let index = from; index < Math.min(count, from + MIXED); index += 1)
        mixed.push(await buy(app, `owner-${Math.floor(index / 2)}`, random, isOut))
      all.push(...mixed)
      if (isOut) outage.push(...mixed)
      else await deliverMixed(app, mixed, random, played)
      await use(app, mixed)
      app.passTime(MINUTE)
      if (random() < 0.2) await sweepCut(app, random, played)
    }
    played.inOutage = outage.length
    app.passTime(10 * MINUTE)
    await app.sweep()
    for (const { ownerId, order } of outage) await openReceipt(app, ownerId, order, random, played)
    for (let round = 0; round < 3; round += 1) {
      app.passTime(24 * 60 * MINUTE)
      await app.sweep()
    }
    await check(app, all, played)
    return played
  } finally {
    await app.close()
  }
}

async function buy(
  { dependencies, service: { shop } }: App,
  ownerId: string,
  random: () => number,
  isOut: boolean,
): Promise<Bought> {
  const pack = random() < 0.5 ? 'single' : 'three-pack'
  const url = await openCheckout(dependencies, ownerId, { pack }, 'https://site.example')
  const checkout = shop.checkout(url.split('/').at(-1) ?? '')
  if (!checkout) throw new Error('there is no such checkout')
  const order = shop.pay(checkout)
  const notices = [shop.notice('order_created', order)]
  if (random() < 0.35) {
    shop.refund(order, random() < 0.5 ? order.totalCents : Math.floor(order.totalCents * random()))
    if (random() < 0.8) notices.push(shop.notice('order_refunded', order))
  }
  return { ownerId, order, notices: isOut ? [] : notices }
}

/** All deliveries of these orders in any order, up to 8 at once; each is tried until it is answered, four times at most. */
async function deliverMixed(
  app: App,
  mixed: readonly Bought[],
  random: () => number,
  played: OrdersPlayed,
): Promise<void> {
  const queue = mixed
    .flatMap(({ notices }) => notices)
    .flatMap((notice) => Array.from({ length: 1 + Math.floor(random() * 6) }, () => notice))
    .map((notice) => ({ notice, at: random() }))
    .toSorted((a, b) => a.at - b.at)
  const line = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { notice } = next
      let isTaken = false
      for (let attempt = 0; attempt < TRIES && !isTaken; attempt += 1) {
        const point = random() < 0.4 ? (crashPoints[Math.floor(random() * crashPoints.length)] ?? null) : null
        played.deliveries += 1
        let status = 0
        const struck = await crashAt(point, async () => {
          status = await post(app, notice)
        })
        if (struck && point) played.crashes[point] += 1
        isTaken = status === 200 && !struck
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
}

async function post({ app }: App, { body, signature }: Notice): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-signature': signature }
  const url = 'http://localhost/api/webhooks/lemonsqueezy'
  return (await app.request(url, { method: 'POST', body, headers })).status
}

/** Some of what was bought is held and used. */
async function use({ dependencies }: App, mixed: readonly Bought[]): Promise<void> {
  for (const [index, { ownerId, order }] of mixed.entries()) {
    if (index % 3 === 2) continue
    for (const step of ['hold', 'capture'] as const) {
      await changeAccount(dependencies, ownerId, (account) => {
        const spent = spend(account, `session-${order.id}`, { step })
        return spent.ok ? spent.facts : []
      })
    }
  }
}

async function sweepCut(app: App, random: () => number, played: OrdersPlayed): Promise<void> {
  app.service.switches.apiDown = random() < 0.3
  const point = crashPoints[Math.floor(random() * 4)] ?? null
  if ((await crashAt(point, () => app.sweep())) && point) played.crashes[point] += 1
  app.service.switches.apiDown = false
}

/** The button in the receipt; pressed again when nothing came of it. */
async function openReceipt(
  { dependencies }: App,
  ownerId: string,
  { id: orderId, identifier }: PaidOrder,
  random: () => number,
  played: OrdersPlayed,
): Promise<void> {
  const claim = () => claimOrder(dependencies, { ownerId, orderId, identifier })
  const point = random() < 0.5 ? (crashPoints[Math.floor(random() * 4)] ?? null) : null
  if ((await crashAt(point, claim)) && point) played.crashes[point] += 1
  if (random() < 0.5) await claim()
}

async function check({ dependencies }: App, all: readonly Bought[], played: OrdersPlayed): Promise<void> {
  for (const ownerId of new Set(all.map((each) => each.ownerId))) {
    const facts = await dependencies.ledger.read(ownerId, 0)
    let account: Account = emptyAccount
    for (const fact of facts) {
      account = foldLedger(account, fact)
      const { balance, held, used, short } = account
      if (Math.min(balance, held, used, short) < 0) played.negative.push(`${ownerId} after ${fact.id}`)
    }
    const paid = facts.filter(({ kind }) => kind === 'order-paid').length
    const own = all.filter((each) => each.ownerId === ownerId)
    if (paid > own.length) played.doubled.push(`${ownerId}: ${paid} payments of ${own.length} orders`)
    const due = own.reduce((sum, { order }) => sum + leftOf(order), 0)
    const kept = account.balance + account.held + account.used - account.short
    if (kept < due) played.lost.push(`${ownerId}: ${kept} of ${due}`)
    if (kept > due) played.doubled.push(`${ownerId}: ${kept} of ${due}`)
  }
}

/** The oracle: credits that an order is good for now, by what the shop itself knows. */
function leftOf({ variantId, totalCents, refundedCents }: PaidOrder): number {
  const { credits } = products[variantId === '503' ? 'three-pack' : 'single']
  return credits - Math.floor((credits * refundedCents) / totalCents)
}
