import { kinds } from './kinds.ts'
import type { Casting } from './play-interview.ts'

const tracks = ['web-fullstack', 'infra-workflows', 'analytics', 'edge'] as const
const levels = ['senior', 'mid'] as const

/**
 * This many castings: every kind in turn, and through every track and level before a kind meets one again. Another
 * `from` gives other seeds of the same kinds.
 */
export function castCandidates(count: number, from = 0): Casting[] {
  const names = Object.keys(kinds)
  return Array.from({ length: count }, (_, index) => {
    const kind = names[index % names.length] ?? ''
    const round = Math.floor(index / names.length) + (index % names.length)
    const track = tracks[round % tracks.length] ?? 'edge'
    const level = levels[Math.floor(round / tracks.length) % levels.length] ?? 'senior'
    const seed = from + index
    return { name: `${kind}, ${track}, ${level}, seed ${seed}`, kind, track, level, seed }
  })
}
