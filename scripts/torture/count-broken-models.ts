import { playBeside } from '../../standins/openai/play-beside.ts'
import type { Switches } from '../../standins/openai/switches.ts'
import { percentile } from './percentile.ts'

/** How a model can be broken, one way after the other. */
const WAYS: Partial<Switches>[] = [
  { hangs: true },
  { drips: true },
  { status: 429 },
  { status: 500 },
  { breaksOff: true },
  { truncates: true },
  { talks: true },
  { overlong: true },
]

/** Times that the slowest turn of a hundred may take of the one without a model. */
const MOST_SLOWER = 2

/**
 * Interviews beside a broken model, so many turns for each way of being broken.
 * @returns what fell short
 * @throws Error when a turn was answered in other words than without a model, or not at all
 */
export async function countBrokenModels(turns: number): Promise<string[]> {
  console.log(`a broken model beside the interviewer: ${turns} turns for each of ${WAYS.length} ways`)
  const slow: string[] = []
  for (const way of WAYS) {
    // Anew each time: both meet the machine as busy as it is now.
    const plain = await playBeside(null, turns)
    const { lines, tookMs } = await playBeside(way, turns)
    const name = JSON.stringify(way)
    const other = lines.findIndex((line, index) => line !== plain.lines[index])
    if (other >= 0) throw new Error(`beside ${name} turn ${other} is answered in other words`)
    const ratio = percentile(tookMs, 0.99) / percentile(plain.tookMs, 0.99)
    console.log(`  ${name}: every turn answered alike, p99 ${ratio.toFixed(2)} times that without a model`)
    if (ratio > MOST_SLOWER) slow.push(`beside ${name} a turn takes ${ratio.toFixed(2)} times as long`)
  }
  return slow
}
