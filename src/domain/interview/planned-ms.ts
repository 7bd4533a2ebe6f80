import { openSections } from './open-sections.ts'
import type { Plan } from './plan.ts'

/** Planned length in ms, extra time included. */
export function plannedMs(plan: Plan): number {
  return openSections(plan).reduce((sum, id) => sum + plan.sections[id].budgetMs, 0)
}
