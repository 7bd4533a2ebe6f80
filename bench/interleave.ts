import { median } from './figure.ts'

/**
 * Measures two things in turn, `rounds` times after one round to warm up, so that both meet the same machine. Gives
 * the median of each and the median of the rounds' ratios. `ours` gets the round, -1 for the first.
 */
export async function interleave(
  rounds: number,
  ours: (round: number) => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ value: number; baseline: number; ratio: number }> {
  await ours(-1)
  await theirs()
  const measured: { value: number; baseline: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    measured.push({ value: await ours(round), baseline: await theirs() })
  }
  return {
    value: median(measured.map(({ value }) => value)),
    baseline: median(measured.map(({ baseline }) => baseline)),
    ratio: median(measured.map(({ value, baseline }) => value / baseline)),
  }
}
