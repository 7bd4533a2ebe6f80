import { playStarts } from '../../standins/lemonsqueezy/play-starts.ts'

/** Sessions that race for credits: see `playStarts`. @throws Error when sessions and credits do not agree */
export async function countStarts(starts: number, seed: number): Promise<string[]> {
  console.log(`racing starts: ${starts}, seed ${seed}`)
  const { rounds, started, refused, failed, broken } = await playStarts(starts, seed)
  if (broken.length > 0) throw new Error(`sessions are not the credits used: ${broken.join('; ')}`)
  console.log(
    `  ${rounds} accounts, ${failed} failed tries, ${refused} refused: ${started} sessions, as many credits`,
  )
  return []
}
