import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { checkBlobKey } from '../check-blob-key.ts'
import { checkBlobPrefix } from '../check-blob-prefix.ts'
import type { RecordStore } from '../record-store.ts'
import type { VercelKvAccount } from './vercel-kv.ts'
import { openVercelKv } from './vercel-kv.ts'

/**
 * KEYS: values, their order, their ends. ARGV: now, key or prefix. Whoever comes removes a hundred of those that are
 * over, by the clock of the caller, who alone says what is over.
 */
const PRELUDE = `
local now, name = tonumber(ARGV[1]), ARGV[2]
local function forget(key)
  redis.call('HDEL', KEYS[1], key)
  redis.call('ZREM', KEYS[2], key)
  redis.call('ZREM', KEYS[3], key)
end
local function live(key)
  local over = redis.call('ZSCORE', KEYS[3], key)
  if over and tonumber(over) <= now then forget(key) end
  return redis.call('HGET', KEYS[1], key)
end
local function place(over)
  redis.call('ZADD', KEYS[2], 0, name)
  if over == '' then redis.call('ZREM', KEYS[3], name) else redis.call('ZADD', KEYS[3], over, name) end
end
for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[1], 'LIMIT', 0, 100)) do forget(key) end
`

/** KEYS[4] holds what this very call was told before, if it comes again: long enough for the client's retries. */
const once = (step: string) => `
local told = redis.call('GET', KEYS[4])
if told then return told end
${PRELUDE}
local function answer()
${step}
end
told = answer()
redis.call('SET', KEYS[4], told, 'PX', 30000)
return told`

const GET = `${PRELUDE} return live(name)`
const PUT = `${PRELUDE} redis.call('HSET', KEYS[1], name, ARGV[3]) place(ARGV[4]) return 'ok'`
const DELETE = `${PRELUDE} forget(name) return 'ok'`
const LIST = `${PRELUDE}
local from, to = '-', '+'
if name ~= '' then from, to = '[' .. name, '(' .. name .. '\\255' end
local found = {}
for _, key in ipairs(redis.call('ZRANGEBYLEX', KEYS[2], from, to)) do
  if live(key) then found[#found + 1] = key end
end
return found`
const PUT_NEW = once(`
if live(name) then return 'no' end
redis.call('HSET', KEYS[1], name, ARGV[3])
place(ARGV[4])
return 'yes'`)
const TAKE = once(`
local found = live(name)
forget(name)
return found and 'it is ' .. found or 'nothing'`)
const ADD = once(`
local isNew = not live(name)
redis.call('HINCRBY', KEYS[1], name, ARGV[3])
if isNew then place(ARGV[4]) end
return redis.call('HGET', KEYS[1], name)`)

const Done = z.literal('ok')

/**
 * Keeps records in Vercel KV below `prefix`, which is theirs alone: one script and one trip a call. What a call that may
 * not happen twice was told is kept for half a minute, so that one whose answer was lost can be made again.
 */
export function createVercelKvRecords(
  account: VercelKvAccount,
  prefix: string,
  now: () => number = Date.now,
): RecordStore {
  const kv = openVercelKv(account)
  const keys = [`${prefix}:values`, `${prefix}:order`, `${prefix}:ends`]
  const onceKeys = () => [...keys, `${prefix}:told:${randomUUID()}`]
  const argsOf = (key: string, ...more: (string | number)[]) => {
    checkBlobKey(key)
    return [now(), key, ...more]
  }
  return {
    async get(key) {
      const found = await kv.run('read a record', z.string().nullable(), GET, keys, argsOf(key))
      return found ?? undefined
    },
    async put(key, value, kept) {
      await kv.run('put a record', Done, PUT, keys, argsOf(key, value, kept?.expiresAt ?? ''))
    },
    async putNew(key, value, kept) {
      const args = argsOf(key, value, kept?.expiresAt ?? '')
      return (await kv.run('put a record', z.enum(['yes', 'no']), PUT_NEW, onceKeys(), args)) === 'yes'
    },
    async take(key) {
      const Taken = z.string().regex(/^(nothing$|it is )/)
      const told = await kv.run('take a record', Taken, TAKE, onceKeys(), argsOf(key))
      return told === 'nothing' ? undefined : told.slice('it is '.length)
    },
    async add(key, amount, kept) {
      const args = argsOf(key, amount, kept?.expiresAt ?? '')
      return Number(await kv.run('add to a record', z.string().regex(/^-?\d+$/), ADD, onceKeys(), args))
    },
    async list(prefixOfKeys) {
      checkBlobPrefix(prefixOfKeys)
      return kv.run('list records', z.array(z.string()), LIST, keys, [now(), prefixOfKeys])
    },
    async delete(key) {
      await kv.run('delete a record', Done, DELETE, keys, argsOf(key))
    },
    async close() {
      // A client over REST holds nothing open.
    },
  }
}
