import type { Match } from './finder.ts'

/** The best match of each point: in full before partly, then the first. */
export function keepBest(matches: readonly Match[]): Match[] {
  const best = new Map<string, Match>()
  for (const match of matches) {
    const other = best.get(match.pointId)
    if (!other || (other.degree === 'partly' && match.degree === 'full')) best.set(match.pointId, match)
  }
  return [...best.values()]
}
