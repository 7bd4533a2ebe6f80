import type { Level, TrackId } from '../catalog/vocabulary.ts'
import type { PlanRequest } from './make-plan.ts'
import type { SessionState } from './state.ts'

/** What a candidate corrects in a plan; what is left out stays as it was. */
export interface PlanCorrection {
  track?: TrackId | undefined
  level?: Level | undefined
  drop?: readonly string[] | undefined
  add?: readonly string[] | undefined
}

/**
 * The request that a session's plan was made from, with all that was corrected in it so far and this correction.
 * @throws Error when the session has no plan or profile
 */
export function planRequestOf(
  { plan, profile, domain }: Pick<SessionState, 'plan' | 'profile' | 'domain'>,
  { track, level, drop = [], add = [] }: PlanCorrection = {},
): Omit<PlanRequest, 'seed' | 'seen'> {
  if (!plan || !profile) throw new Error('a session without a plan has no request')
  const planned = new Set(plan.competencies.map(({ id }) => id))
  const read = profile.competencies.map(({ id }) => id)
  const added = plan.competencies.filter(({ id }) => !read.includes(id)).map(({ id }) => id)
  return {
    profile,
    level: level ?? plan.level,
    domain: track ?? (plan.track.id === profile.track.id ? domain : plan.track.id),
    focus: plan.focus,
    drop: [...read.filter((id) => !planned.has(id) && !add.includes(id)), ...drop],
    add: [...added, ...add].filter((id) => !drop.includes(id)),
    extraTime: plan.extraTime,
  }
}
