import type { Climb, Manner } from './climb.ts'
import { MANNERS } from './climb.ts'

/** How many questions of a group did what, said in one manner. */
export interface LadderRates {
  manner: Manner
  questions: number
  ordered: number
  upsideDown: number
  bestIsFour: number
  worstIsLow: number
}

/** Counts over the climbs of many questions, a row a manner. */
export function ladderRates(climbs: readonly Climb[]): LadderRates[] {
  return MANNERS.map((manner) => {
    const own = climbs.filter((climb) => climb.manner === manner)
    const count = (holds: (climb: Climb) => boolean) => own.filter(holds).length
    return {
      manner,
      questions: own.length,
      ordered: count(({ ordered }) => ordered),
      upsideDown: count(({ upsideDown }) => upsideDown),
      bestIsFour: count(({ bestIsFour }) => bestIsFour),
      worstIsLow: count(({ worstIsLow }) => worstIsLow),
    }
  })
}
