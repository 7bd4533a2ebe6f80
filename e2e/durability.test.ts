import { expect, test } from 'vitest'
import { killServer } from './kill-server.ts'
import { onDisk } from './kill/on-disk.ts'

/** Set them for another run, or a longer one. */
const kills = Number(process.env['OFFHOOK_KILLS'] || 8)
const seed = Number(process.env['OFFHOOK_SEED'] || 1)

test(`a server killed ${kills} times (seed ${seed}) keeps what it acknowledged, once, in order, and answers it alike`, async () => {
  const { acknowledged } = await killServer({ kills, seed, ground: onDisk() })
  expect(acknowledged.turn).toBeGreaterThan(kills)
}, 600_000)
