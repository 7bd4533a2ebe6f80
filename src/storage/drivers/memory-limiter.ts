import type { Allowance, Limiter } from '../limiter.ts'
import { waitFor } from '../wait-for.ts'

/** Keys that may gather before those that count no more are removed. */
const CROWD = 10_000

/** Counts in this process: what is done here, and no more than that. */
export function createMemoryLimiter(now: () => number = Date.now): Limiter {
  const counted = new Map<string, { moments: number[]; windowMs: number }>()
  let crowd = CROWD
  const inWindow = ({ key, windowMs }: Allowance, at: number) =>
    (counted.get(key)?.moments ?? []).filter((moment) => moment > at - windowMs)
  const forget = (at: number) => {
    if (counted.size < crowd) return
    for (const [key, { moments, windowMs }] of counted)
      if ((moments.at(-1) ?? 0) <= at - windowMs) counted.delete(key)
    crowd = Math.max(CROWD, 2 * counted.size)
  }
  return {
    async take(allowances) {
      const at = now()
      forget(at)
      const waits = allowances.map((each) => waitFor(each, inWindow(each, at), at))
      const retryAfterMs = Math.max(0, ...waits)
      if (retryAfterMs > 0) return { ok: false, retryAfterMs }
      for (const each of allowances)
        counted.set(each.key, { moments: [...inWindow(each, at), at], windowMs: each.windowMs })
      return { ok: true }
    },
    async close() {
      counted.clear()
    },
  }
}
