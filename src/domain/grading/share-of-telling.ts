import type { Evidence, TellingTrait } from '../report/report.ts'
import { traits } from './communication-evidence.ts'
import { rules } from './rules.ts'

/** What the telling of one turn shows. */
export interface ShownTurn {
  turnId: string
  shows: TellingTrait[]
}

export interface Telling {
  /** 0-1. */
  share: number
  evidence: Evidence[]
  /** The turns that were long enough to be judged, with what each shows. */
  turns: ShownTurn[]
  /** Turns that asked for a fact. */
  asked: string[]
}

/**
 * 0-1: the weights of the traits, each earned by the share of turns that show it up to its target, less the share of
 * turns that wave their hands (`rules.telling`, `rules.vagueness`). 0 for no turns.
 *
 * @param asked turns that asked for a fact, which count as scoping
 */
export function shareOfTelling(turns: readonly ShownTurn[], asked: number): number {
  if (turns.length === 0) return 0
  const rate = (trait: TellingTrait) => {
    const showing = turns.filter(({ shows }) => shows.includes(trait)).length
    return (showing + (trait === 'scopes' ? asked : 0)) / turns.length
  }
  const total = traits.reduce((sum, trait) => sum + rules.telling[trait].weight, 0)
  const earned = traits.reduce((sum, trait) => {
    const { weight, target } = rules.telling[trait]
    return sum + weight * Math.min(1, rate(trait) / target)
  }, 0)
  return Math.max(0, earned - rules.vagueness * rate('vague')) / total
}
