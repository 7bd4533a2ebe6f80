import { expect, test } from 'vitest'
import { killServer } from './kill-server.ts'
import { onKv } from './kill/on-kv.ts'

/** Set them for another run, or a longer one. */
const hostedKills = Number(process.env['OFFHOOK_HOSTED_KILLS'] || 3)
const redisKills = Number(process.env['OFFHOOK_REDIS_KILLS'] || 3)
const seed = Number(process.env['OFFHOOK_SEED'] || 1)

const KEEPS = 'keeps what it acknowledged, once, in order, and answers it alike'

test(`a server on KV killed ${hostedKills} times (seed ${seed}) ${KEEPS}`, async () => {
  const { acknowledged } = await killServer({ kills: hostedKills, seed, ground: await onKv() })
  expect(acknowledged.turn).toBeGreaterThan(hostedKills)
}, 600_000)

test(`a server whose Redis is killed ${redisKills} times (seed ${seed}) ${KEEPS}`, async () => {
  const ground = await onKv()
  const { acknowledged } = await killServer({ kills: redisKills, seed, ground, victim: 'redis' })
  expect(acknowledged.turn).toBeGreaterThan(redisKills)
}, 600_000)
