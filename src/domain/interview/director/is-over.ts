import type { Draft } from './draft.ts'

/** The section is over when its time or its turns are used up, whichever comes first. */
export function isOver({ plan, state }: Pick<Draft, 'plan' | 'state'>): boolean {
  const { budgetMs, turns } = plan.sections[state.section ?? 'A']
  return state.clockMs - state.sectionStartMs >= budgetMs || state.sectionTurns >= turns
}
