import { afterEach, describe, expect, test } from 'vitest'
import type { Allowance, Limiter } from './limiter.ts'

const MINUTE = 60_000

/** What every limiter promises. `open` gives an empty one whose clock is `now`; `requests`: how long the trace is. */
export function describeLimiter(
  name: string,
  open: (now: () => number) => Limiter | Promise<Limiter>,
  requests = 2_000,
): void {
  describe(`limiter: ${name}`, () => {
    let limiter: Limiter
    let time = 1_000_000_000
    const fresh = async () => (limiter = await open(() => time))
    const owner = { key: 'turn:owner-1', most: 3, windowMs: MINUTE }
    const address = { key: 'turn:192.0.2.1', most: 5, windowMs: MINUTE }
    afterEach(() => limiter.close())

    test('admits as many as are allowed in any window, and says when the next may come', async () => {
      await fresh()
      const start = time
      for (const at of [0, 10_000, 20_000]) {
        time = start + at
        expect(await limiter.take([owner])).toEqual({ ok: true })
      }
      time = start + 30_000
      expect(await limiter.take([owner])).toEqual({ ok: false, retryAfterMs: 30_000 })
      time = start + MINUTE - 1
      expect(await limiter.take([owner])).toEqual({ ok: false, retryAfterMs: 1 })
      time = start + MINUTE
      expect(await limiter.take([owner])).toEqual({ ok: true })
      expect(await limiter.take([owner])).toEqual({ ok: false, retryAfterMs: 10_000 })
    })

    test('a burst at the edge of a window is no way round', async () => {
      await fresh()
      time += MINUTE - 1
      for (let each = 0; each < 3; each += 1) expect(await limiter.take([owner])).toEqual({ ok: true })
      time += 2
      expect(await limiter.take([owner])).toMatchObject({ ok: false })
    })

    test('what is refused by one allowance counts against none', async () => {
      await fresh()
      for (let each = 0; each < 3; each += 1)
        expect(await limiter.take([owner, address])).toEqual({ ok: true })
      for (let each = 0; each < 9; each += 1)
        expect(await limiter.take([owner, address])).toMatchObject({ ok: false })
      expect(await limiter.take([{ ...owner, key: 'turn:owner-2' }, address])).toEqual({ ok: true })
      expect(await limiter.take([{ ...owner, key: 'turn:owner-3' }, address])).toEqual({ ok: true })
      expect(await limiter.take([{ ...owner, key: 'turn:owner-4' }, address])).toMatchObject({ ok: false })
    })

    test('of many at the same time as many are admitted as are allowed', async () => {
      await fresh()
      const told = await Promise.all(Array.from({ length: 40 }, () => limiter.take([address])))
      expect(told.filter(({ ok }) => ok)).toHaveLength(5)
    })

    test('nothing to count against admits', async () => {
      await fresh()
      expect(await limiter.take([])).toEqual({ ok: true })
    })

    test(`agrees with the sliding window by definition, ${requests} requests long`, async () => {
      await fresh()
      const random = seeded(20_261_127)
      const oracle = createOracle()
      let admitted = 0
      for (let at = 0; at < requests; at += 1) {
        // Crowds, lulls, and steps that end at the edge of a window to the millisecond.
        const steps = [0, 0, 1, 7, 900, 20_000, MINUTE, MINUTE - 1]
        time += steps[random(steps.length)] ?? 0
        const allowances = [
          { key: `turn:owner-${random(6)}`, most: 3, windowMs: MINUTE },
          { key: `turn:address-${random(2)}`, most: 8, windowMs: 2 * MINUTE },
        ]
        const told = await limiter.take(allowances)
        expect([at, told.ok]).toEqual([at, oracle(allowances, time)])
        admitted += Number(told.ok)
      }
      expect(admitted).toBeGreaterThan(requests / 10)
      expect(admitted).toBeLessThan(requests)
    })
  })
}

/** Every admission ever, looked through anew for every request. */
function createOracle() {
  const admitted: { key: string; at: number }[] = []
  return (allowances: Allowance[], now: number): boolean => {
    const isFree = allowances.every(({ key, most, windowMs }) => {
      return admitted.filter((each) => each.key === key && each.at > now - windowMs).length < most
    })
    if (isFree) admitted.push(...allowances.map(({ key }) => ({ key, at: now })))
    return isFree
  }
}

/** Whole numbers below `below`, the same for the same seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
