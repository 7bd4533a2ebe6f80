import { z } from 'zod'
import { checkAppend } from '../check-append.ts'
import type { EventLog, LogEvent } from '../event-log.ts'
import { parseStored } from '../parse-stored.ts'
import { StorageFailure } from '../storage-failure.ts'
import type { VercelKvAccount } from './vercel-kv.ts'
import { openVercelKv } from './vercel-kv.ts'

const Texts = z.array(z.string())

/** KEYS: events, ids, begun, owners, the owner's logs. ARGV: expected seq, now, owner, log, then id and body of each event. */
const APPEND = `
local known, wanted = 0, (#ARGV - 4) / 2
for i = 5, #ARGV, 2 do known = known + redis.call('SISMEMBER', KEYS[2], ARGV[i]) end
if known == wanted then return 'alreadyThere' end
if known > 0 or redis.call('LLEN', KEYS[1]) ~= tonumber(ARGV[1]) then return 'conflict' end
for i = 5, #ARGV, 2 do
  redis.call('SADD', KEYS[2], ARGV[i])
  redis.call('RPUSH', KEYS[1], ARGV[i + 1])
end
if ARGV[1] == '0' then
  redis.call('ZADD', KEYS[3], ARGV[2], ARGV[4])
  redis.call('HSET', KEYS[4], ARGV[4], ARGV[3])
  redis.call('LPUSH', KEYS[5], ARGV[4])
end
return 'ok'`

const READ = `return redis.call('LRANGE', KEYS[1], ARGV[1], -1)`
const LIST_BY_OWNER = `return redis.call('LRANGE', KEYS[1], 0, -1)`
const LIST_BEGUN = `return redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '(' .. ARGV[2])`
const OWNER = `return redis.call('HGET', KEYS[1], ARGV[1])`

/** KEYS as of an append. ARGV: log. */
const DELETE = `
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('HDEL', KEYS[4], ARGV[1])
redis.call('LREM', KEYS[5], 0, ARGV[1])
return 'ok'`

/**
 * Keeps logs in Vercel KV below `prefix`, which is theirs alone: one trip an append, one a read, two a delete. An append
 * whose answer was lost is made again by the client and is then `alreadyThere`.
 */
export function createVercelKvLog<E extends LogEvent>(
  account: VercelKvAccount,
  prefix: string,
  Event: z.ZodType<E>,
  now: () => number = Date.now,
): EventLog<E> {
  const kv = openVercelKv(account)
  const [begun, owners] = [`${prefix}:begun`, `${prefix}:owners`]
  const events = (key: string) => `${prefix}:events:${key}`
  const ownedBy = (ownerId: string) => `${prefix}:owned:${ownerId}`
  const keysOf = (key: string, ownerId: string) => {
    return [events(key), `${prefix}:ids:${key}`, begun, owners, ownedBy(ownerId)]
  }
  return {
    async append(key, expectedSeq, added, ownerId = '') {
      checkAppend(expectedSeq, added)
      const told = added.flatMap((event) => [event.id, JSON.stringify(event)])
      const Result = z.enum(['ok', 'conflict', 'alreadyThere'])
      const args = [expectedSeq, now(), ownerId, key, ...told]
      return kv.run('append to a log', Result, APPEND, keysOf(key, ownerId), args)
    },
    async read(key, afterSeq) {
      const bodies = await kv.run('read a log', Texts, READ, [events(key)], [afterSeq])
      return bodies.map((body, index) => inPlace(parseStored(Event, body, key), afterSeq + index + 1, key))
    },
    async listByOwner(ownerId) {
      return kv.run('list an owner’s logs', Texts, LIST_BY_OWNER, [ownedBy(ownerId)], [])
    },
    async listBegun(fromMs, toMs) {
      return kv.run('list the logs of a time', Texts, LIST_BEGUN, [begun], [fromMs, toMs])
    },
    async delete(key) {
      const ownerId = await kv.run('delete a log', z.string().nullable(), OWNER, [owners], [key])
      await kv.run('delete a log', z.literal('ok'), DELETE, keysOf(key, ownerId ?? ''), [key])
    },
    async close() {
      // A client over REST holds nothing open.
    },
  }
}

/** @throws StorageFailure when an event is not where its seq says: the log is damaged */
function inPlace<E extends LogEvent>(event: E, seq: number, key: string): E {
  if (event.seq === seq) return event
  throw new StorageFailure(`read the log ${key}`, new Error(`event ${event.seq} is at ${seq}`))
}
