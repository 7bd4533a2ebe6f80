import type { Entry } from '../interview/state.ts'
import type { HeardTerm } from '../speech/heard-term.ts'

/** Words of the candidate, with what is doubtful in them. */
export type Said = Pick<Entry, 'text' | 'unsure' | 'terms'>

/** The terms that are taken as said where other words were heard. */
export function sureTerms({ terms = [] }: Said): HeardTerm[] {
  return terms.filter(({ sure }) => sure)
}
