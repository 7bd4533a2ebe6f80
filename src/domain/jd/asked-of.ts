import type { Part } from './jd-part.ts'
import type { JdCompetency } from './jd-profile.ts'

/** Whether what stands in this part of a job description is asked for, an extra, or no more than named. */
export function askedOf(part: Part, extra: boolean): NonNullable<JdCompetency['asked']> {
  if (extra) return 'nice-to-have'
  return part === 'about' ? 'mentioned' : 'required'
}
