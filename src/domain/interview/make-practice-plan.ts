import type { Drill } from './find-drill.ts'
import type { Plan, SectionPlan } from './plan.ts'
import type { Practice } from './practice.ts'
import type { SectionId } from './question.ts'
import { EXTRA_TIME_FACTOR } from './section-budgets.ts'

const MINUTE_MS = 60_000

/** Time and turns for one question said again: about the half of its section. */
const again: Record<SectionId, { budgetMs: number; turns: number }> = {
  A: { budgetMs: 5 * MINUTE_MS, turns: 4 },
  B: { budgetMs: 8 * MINUTE_MS, turns: 5 },
  C: { budgetMs: 6 * MINUTE_MS, turns: 4 },
  D: { budgetMs: 3 * MINUTE_MS, turns: 2 },
}

const drill = { budgetMs: 3 * MINUTE_MS, turns: 2 }

/** The plan to answer one question of an interview again. `of` is that interview's id, `plan` its plan. */
export function makeReAnswerPlan(plan: Plan, of: string, questionId: string, section: SectionId): Plan {
  return practicePlan(plan, { kind: 're-answer', of, questionId }, section, questionId, again[section])
}

/** The plan of a three-minute drill of what was missed in an interview, on material not met before. */
export function makeDrillPlan(plan: Plan, of: string, questionId: string, found: Drill): Plan {
  const { about, ask, pointIds } = found
  const practice = { kind: 'drill' as const, of, questionId, drill: { about, ask, pointIds } }
  return practicePlan(plan, practice, found.section, found.questionId, drill)
}

function practicePlan(
  plan: Plan,
  practice: Practice,
  section: SectionId,
  questionId: string,
  { budgetMs, turns }: { budgetMs: number; turns: number },
): Plan {
  const limits = { budgetMs: plan.extraTime ? budgetMs * EXTRA_TIME_FACTOR : budgetMs, turns }
  const none: SectionPlan = { questionIds: [], reserveIds: [], ...limits }
  const { seed, level, track, slots, extraTime } = plan
  return {
    seed,
    level,
    track,
    slots,
    extraTime,
    practice,
    competencies: [],
    focus: [],
    sections: { A: none, B: none, C: none, D: none, [section]: { ...none, questionIds: [questionId] } },
  }
}
