import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Limiter } from '../limiter.ts'
import type { VercelKvAccount } from './vercel-kv.ts'
import { openVercelKv } from './vercel-kv.ts'

/**
 * KEYS: what is counted. ARGV: now, the name of this call, and for each key how many in which window. A call that comes
 * again under its name, because its answer was lost, is told the same.
 */
const TAKE = `
local now, call = tonumber(ARGV[1]), ARGV[2]
local wait = 0
for at, key in ipairs(KEYS) do
  local most, window = tonumber(ARGV[2 * at + 1]), tonumber(ARGV[2 * at + 2])
  if redis.call('ZSCORE', key, call) then return '0' end
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  local counted = redis.call('ZCARD', key)
  if counted >= most then
    local frees = redis.call('ZRANGE', key, counted - most, counted - most, 'WITHSCORES')[2]
    wait = math.max(wait, tonumber(frees) + window - now)
  end
end
if wait == 0 then
  for at, key in ipairs(KEYS) do
    redis.call('ZADD', key, now, call)
    redis.call('PEXPIRE', key, ARGV[2 * at + 2])
  end
end
return string.format('%.0f', wait)`

const Wait = z.string().regex(/^\d+$/).transform(Number)

/** Counts in Vercel KV below `prefix`, which is its alone, for all processes together: one script and one trip a call. */
export function createVercelKvLimiter(
  account: VercelKvAccount,
  prefix: string,
  now: () => number = Date.now,
): Limiter {
  const kv = openVercelKv(account)
  return {
    async take(allowances) {
      const keys = allowances.map(({ key }) => `${prefix}:${key}`)
      const numbers = allowances.flatMap(({ most, windowMs }) => [most, windowMs])
      const call = [now(), randomUUID(), ...numbers]
      const retryAfterMs = await kv.run('count against a limit', Wait, TAKE, keys, call)
      return retryAfterMs > 0 ? { ok: false, retryAfterMs } : { ok: true }
    },
    async close() {
      // A client over REST holds nothing open.
    },
  }
}
