import { describe, expect, test } from 'vitest'
import type { CreditLine, Credits } from '../wire/credits.ts'
import { hostedOffer } from './hosted-offer.ts'

const sells: Credits['sells'] = [
  { pack: 'single', name: 'One session', credits: 1, cents: 2_500, currency: 'EUR' },
]
const line = (kind: 'held' | 'captured', sessionId = 's1'): CreditLine => {
  return { at: '2026-11-23T09:00:00.000Z', change: -1, balance: 0, kind, sessionId }
}
const offer = (balance: number, statement: CreditLine[] = []) =>
  hostedOffer({ balance, held: 0, used: 0, sells, statement }, 's1')

describe('what an interview by ElevenLabs costs', () => {
  test('is nothing where nothing is sold', () => {
    const free = hostedOffer({ balance: 0, held: 0, used: 0, sells: [], statement: [] }, 's1')
    expect(free).toEqual({ says: null, price: '', mustBuy: false })
  })

  test('is a credit, with what one has', () => {
    expect(offer(0)).toMatchObject({ price: '1 credit; you have none', mustBuy: true })
    expect(offer(1)).toMatchObject({ price: '1 credit; you have 1', mustBuy: false })
    expect(offer(0).says).toContain('You have none.')
    expect(offer(3).says).toContain('You have 3.')
  })

  test('is nothing more once this session holds or has used its credit', () => {
    expect(offer(0, [line('held')])).toMatchObject({ price: 'your credit is held', mustBuy: false })
    expect(offer(0, [line('captured'), line('held')])).toMatchObject({ price: 'paid', mustBuy: false })
    expect(offer(0, [line('held', 's2')]).mustBuy).toBe(true)
    const back: CreditLine = {
      at: '2026-11-23T10:00:00.000Z',
      kind: 'returned',
      change: 1,
      balance: 1,
      sessionId: 's1',
      why: 'before-code',
      toRefund: false,
    }
    expect(offer(1, [back, line('held')])).toMatchObject({ price: '1 credit; you have 1' })
  })
})
