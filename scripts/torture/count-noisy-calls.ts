import { runLongTest } from './run-long-test.ts'

/** Turns of one interview of the property. */
const TURNS = 8

/**
 * Turns that come as guesses, repeats, late, broken off and out of order: the property of `noisy-calls.test.ts`, for so
 * many turns.
 * @throws Error when the state advanced otherwise than once
 */
export function countNoisyCalls(turns: number): string[] {
  const runs = Math.ceil(turns / TURNS)
  console.log(`noisy calls: ${runs} interviews of up to ${TURNS} turns for each property`)
  runLongTest('src/api/noisy-calls.test.ts', { OFFHOOK_NOISY_RUNS: String(runs) })
  console.log('  every turn advanced its interview once')
  return []
}
