import type { PublicPlan } from '../wire/public-plan.ts'
import { CorrectPlan } from '../wire/sessions.ts'

/**
 * Reads a correction of a plan: the fields `track` and `level`, `drop` and `add` (both repeated). An empty field, or
 * one that says what the plan says already, corrects nothing. Null when a value is none of those offered.
 */
export function readPlanForm(form: FormData, plan: Pick<PublicPlan, 'track' | 'level'>): CorrectPlan | null {
  const chosen = (name: string) =>
    form.getAll(name).filter((value) => typeof value === 'string' && value !== '')
  const changed = (name: string, now: string) => chosen(name).find((value) => value !== now)
  const parsed = CorrectPlan.safeParse({
    track: changed('track', plan.track.id),
    level: changed('level', plan.level),
    drop: chosen('drop'),
    add: chosen('add'),
  })
  return parsed.success ? parsed.data : null
}
