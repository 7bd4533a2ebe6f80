import type { SectionId } from './question.ts'

const MINUTE_MS = 60_000

/** Extra time multiplies every time budget by this. */
export const EXTRA_TIME_FACTOR = 1.5

/** Time and candidate turns of each section; whichever is used up first ends it. Founding document: A about 5
 * minutes, B 15-20, C 10-15, D 2-5. */
export const sectionBudgets: Record<SectionId, { budgetMs: number; turns: number }> = {
  A: { budgetMs: 5 * MINUTE_MS, turns: 4 },
  B: { budgetMs: 17 * MINUTE_MS, turns: 11 },
  C: { budgetMs: 12 * MINUTE_MS, turns: 7 },
  D: { budgetMs: 3 * MINUTE_MS, turns: 2 },
}
