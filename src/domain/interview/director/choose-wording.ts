import { seededRank } from '../seeded-rank.ts'

/** One of several wordings of the same thing: always the same one for the same seed and occasion. */
export function chooseWording(wordings: readonly string[], seed: number, occasion: string): string {
  return wordings[Math.floor(seededRank(seed, occasion) * wordings.length)] ?? ''
}
