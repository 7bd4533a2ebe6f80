import { closenessOf } from './closeness-of.ts'
import { soundOf } from './sound-of.ts'

/** Closeness from which one is taken for the other when only these two are in question. */
const ALIKE = 0.75

/** Whether two runs of words sound alike, whatever stands around them. */
export function soundsLike(one: string, other: string): boolean {
  return closenessOf(soundOf(one), soundOf(other), ALIKE) > 0
}
