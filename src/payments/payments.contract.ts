import { describe, expect, test } from 'vitest'
import type { Order, Payments } from './payments.ts'
import { PaymentsFailure } from './payments-failure.ts'

/** A seller under test, and a hand in its shop. */
export interface TestSeller {
  payments: Payments
  /** Somebody pays at that address; the order's id and identifier. */
  pay(url: string): Promise<{ id: string; identifier: string }>
  /** Part of an order is given back, in cents. */
  refund(id: string, cents: number): void
  /** What the seller tells of an order. */
  notice(id: string): { body: Uint8Array; signature: string }
  /** Whether the seller answers. */
  setDown(isDown: boolean): void
}

const request = {
  product: 'three-pack' as const,
  account: 'owner_1.sig-nature',
  returnTo: 'https://site.example/bought?account=a',
  receiptLink: 'https://site.example/restore',
}
const bytes = (text: string) => new TextEncoder().encode(text)
const contentOf = (order: Order | undefined) => (order?.content.ok ? order.content.order : order?.content)

/** What every driver promises, selling or not. */
export function describePayments(name: string, open: () => Promise<TestSeller>): void {
  describe(`payments: ${name}`, () => {
    test('nothing that is not signed is read, and an order that is not there is undefined', async () => {
      const { payments } = await open()
      for (const signature of [undefined, '', 'a'.repeat(64), 'zz'])
        expect(payments.readNotice(bytes('{}'), signature)).toEqual({ ok: false, why: 'unsigned' })
      expect(await payments.findOrder('404404')).toBeUndefined()
      expect(await payments.listOrders(0)).toEqual([])
    })

    test('a checkout leads to an order, told with its account, found and listed', async () => {
      const { payments, pay, notice, refund } = await open()
      if (payments.products.length === 0) {
        await expect(payments.openCheckout(request)).rejects.toThrow(PaymentsFailure)
        return
      }
      expect(payments.products.map(({ id }) => id)).toEqual(['three-pack', 'single'])
      const { id, identifier } = await pay(await payments.openCheckout(request))
      const { body, signature } = notice(id)
      const read = payments.readNotice(body, signature)
      if (!read.ok || read.notice.kind !== 'order') throw new Error('no order was read')
      expect(read.notice.account).toBe(request.account)
      const told = contentOf(read.notice.order)
      expect(told).toMatchObject({ id, product: 'three-pack', quantity: 1, refundedCents: 0, state: 'paid' })
      const found = await payments.findOrder(id)
      expect([found?.identifier, contentOf(found)]).toEqual([identifier, told])
      expect((await payments.listOrders(0)).map(contentOf)).toEqual([told])
      expect(await payments.listOrders((found?.createdAt ?? 0) + 1)).toEqual([])
      refund(id, 2_760)
      expect(contentOf(await payments.findOrder(id))).toMatchObject({ refundedCents: 2_760, state: 'paid' })
      refund(id, 99_999)
      expect(contentOf(await payments.findOrder(id))).toMatchObject({ state: 'void' })
    })

    test('a notice with one letter changed is not signed', async () => {
      const { payments, pay, notice } = await open()
      if (payments.products.length === 0) return
      const { id } = await pay(await payments.openCheckout(request))
      const { body, signature } = notice(id)
      const other = new TextDecoder().decode(body).replace(request.account, 'owner_2.sig-nature')
      expect(payments.readNotice(bytes(other), signature)).toEqual({ ok: false, why: 'unsigned' })
      const flipped = signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
      expect(payments.readNotice(body, flipped)).toEqual({ ok: false, why: 'unsigned' })
    })

    test('all orders are listed, newest first, however many', async () => {
      const { payments, pay } = await open()
      if (payments.products.length === 0) return
      const url = await payments.openCheckout(request)
      const ids: string[] = []
      for (let order = 0; order < 205; order += 1) ids.unshift((await pay(url)).id)
      expect((await payments.listOrders(0)).map(({ id }) => id)).toEqual(ids)
    })

    test('a seller that does not answer is a failure that may pass', async () => {
      const { payments, setDown } = await open()
      if (payments.products.length === 0) return
      setDown(true)
      const failure = { name: 'PaymentsFailure', reason: 'unreachable' }
      await expect(payments.openCheckout(request)).rejects.toMatchObject(failure)
      await expect(payments.listOrders(0)).rejects.toMatchObject(failure)
      await expect(payments.findOrder('1')).rejects.toMatchObject(failure)
    })
  })
}
