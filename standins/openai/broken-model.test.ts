import { expect, test } from 'vitest'
import { playBeside } from './play-beside.ts'
import type { Switches } from './switches.ts'

const TURNS = 12

const plain = playBeside(null, TURNS)

test.each<[string, Partial<Switches>]>([
  ['hangs', { hangs: true }],
  ['answers at a byte a second', { drips: true }],
  ['has had too many requests', { status: 429 }],
  ['is broken', { status: 500 }],
  ['breaks off', { breaksOff: true }],
  ['is cut short', { truncates: true }],
  ['answers with no JSON', { talks: true }],
  ['answers with ten megabytes', { overlong: true }],
])('beside a model that %s every turn is answered, as without one', async (_, broken) => {
  expect((await playBeside(broken, TURNS)).lines).toEqual((await plain).lines)
})
