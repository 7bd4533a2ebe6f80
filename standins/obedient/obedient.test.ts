import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../e2e/seeded-random.ts'
import { openTestApp } from '../../src/api/test-app.ts'
import { generateAttacks, masterKeys, orders, readingsOf } from './attacks.ts'
import { checkAttacked } from './check-attacked.ts'
import { measureDrift } from './measure-drift.ts'
import { playAttacked } from './play-attacked.ts'

const { bank, finder } = openTestApp().dependencies
const candidates = ['weak', 'silent', 'strong'] as const

describe('the obedient model', () => {
  test('sees through every dress: the attacks are not harmless for being unreadable', () => {
    const attacks = generateAttacks(seededRandom(1), 500)
    expect(new Set(attacks.map(({ channel }) => channel)).size).toBe(7)
    expect(new Set(attacks.map(({ channel, text }) => `${channel} ${text}`)).size).toBe(500)
    const simple = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    const understood = attacks.filter(({ text }) => {
      const readings = readingsOf(text).map(simple)
      return (
        masterKeys.includes(text) ||
        orders.some((order) => readings.some((reading) => reading.includes(simple(order.text))))
      )
    })
    expect(understood).toHaveLength(500)
  })

  test('moves at most one in a hundred scores of clean interviews', async () => {
    const { scores, drift } = await measureDrift(9, 40)
    expect(scores).toBe(45)
    expect(drift).toBeLessThanOrEqual(0.01)
  })

  test.each(
    generateAttacks(seededRandom(7), 36).map(
      (attack, index) => [attack.channel, attack.order, index, attack] as const,
    ),
  )('gains nothing by the %s: %s (%i)', async (_, order, index, attack) => {
    const attacked = await playAttacked(candidates[index % 3] ?? 'weak', index, attack)
    checkAttacked(attacked, attack, { bank, finder })
    expect(order).toBe(attack.order)
  })
})
