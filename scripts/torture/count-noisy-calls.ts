import { spawnSync } from 'node:child_process'

/** Turns of one interview of the property. */
const TURNS = 8

/**
 * Turns that come as guesses, repeats, late, broken off and out of order: the property of `noisy-calls.test.ts`, for so
 * many turns.
 * @throws Error when the state advanced otherwise than once
 */
export async function countNoisyCalls(turns: number): Promise<string[]> {
  const runs = Math.ceil(turns / TURNS)
  console.log(`noisy calls: ${runs} interviews of up to ${TURNS} turns for each property`)
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'server',
    'src/api/noisy-calls.test.ts',
  ]
  const env = { ...process.env, OFFHOOK_NOISY_RUNS: String(runs) }
  const { status, stdout, stderr } = spawnSync(process.execPath, vitest, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`a noisy call changed an interview:\n${stdout}${stderr}`)
  console.log('  every turn advanced its interview once')
  return []
}
