import { CorrectPlan } from '../wire/sessions.ts'

/**
 * Reads a correction of the plan: the fields `track` and `level`, `drop` and `add` (both repeated). An empty field
 * changes nothing. Null when a value is none of those offered.
 */
export function readPlanForm(form: FormData): CorrectPlan | null {
  const chosen = (name: string) => form.getAll(name).filter((value) => typeof value === 'string' && value !== '')
  const parsed = CorrectPlan.safeParse({
    track: chosen('track')[0],
    level: chosen('level')[0],
    drop: chosen('drop'),
    add: chosen('add'),
  })
  return parsed.success ? parsed.data : null
}
