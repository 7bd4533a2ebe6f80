import type { Plan } from '../../src/domain/interview/plan.ts'
import type { Meaning } from '../candidates/candidate-turn.ts'
import type { Round } from './interview.ts'

/** What is asked of the interviewer while the question stays as it is. */
export const requests: ReadonlySet<Meaning | 'open'> = new Set([
  ...(['repeat', 'rephrase', 'hint', 'think', 'time', 'fact', 'other-fact'] as const),
  ...(['beg', 'verdict', 'about-us', 'format', 'check-in', 'lines'] as const),
])

/** Turns that may be spent in a section, for each one that it is planned with, before it is moved along. */
const PATIENCE = 4

/** Whether the section of a round still takes requests: patience ends at four times the turns it is planned with. */
export function wasPatient(rounds: readonly Round[], index: number, { sections }: Plan): boolean {
  const { section } = rounds[index]?.before ?? {}
  const spoken = rounds.slice(0, index + 1).filter(({ turn, before }) => {
    return before.section === section && turn.means !== 'silence' && turn.means !== 'open'
  })
  return section !== undefined && spoken.length <= sections[section].turns * PATIENCE
}
