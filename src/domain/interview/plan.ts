import { z } from 'zod'
import { ContentId, Level, TrackId } from '../catalog/vocabulary.ts'
import { JdCompetency } from '../jd/jd-profile.ts'
import { Practice } from './practice.ts'

export const SectionId = z.enum(['A', 'B', 'C', 'D'])

/** Time and turns of one section, and what it asks, in order; the reserve is for those who are fast. */
export const SectionPlan = z.object({
  questionIds: z.array(ContentId),
  reserveIds: z.array(ContentId),
  budgetMs: z.number().int().positive(),
  turns: z.number().int().positive(),
})
export type SectionPlan = z.infer<typeof SectionPlan>

/** A competency of the plan and the words of the job description it came from, or none if added by hand. */
export const PlannedCompetency = z.object({
  id: ContentId,
  name: z.string(),
  ground: z.string().optional(),
  asked: JdCompetency.shape.asked,
  questionIds: z.array(ContentId),
})

/** What will be asked in this session. Made once from a seed; corrected until the interview starts. */
export const Plan = z.object({
  seed: z.number().int().nonnegative(),
  level: Level,
  track: z.object({ id: TrackId, confidence: z.enum(['high', 'low', 'none']) }),
  competencies: z.array(PlannedCompetency),
  slots: z.object({
    product: z.string().optional(),
    stack: z.string().optional(),
    scale: z.string().optional(),
    company: z.string().optional(),
  }),
  focus: z.array(ContentId),
  extraTime: z.boolean(),
  practice: Practice.optional(),
  sections: z.object({ A: SectionPlan, B: SectionPlan, C: SectionPlan, D: SectionPlan }),
})
export type Plan = z.infer<typeof Plan>
