import type { Plan } from './plan.ts'
import type { SectionId } from './question.ts'

const all: readonly SectionId[] = ['A', 'B', 'C', 'D']

/** The sections that this interview has, in order: all of them, or the one that is practised. */
export function openSections({
  practice,
  sections,
}: Pick<Plan, 'practice' | 'sections'>): readonly SectionId[] {
  return practice ? all.filter((id) => sections[id].questionIds.length > 0) : all
}
