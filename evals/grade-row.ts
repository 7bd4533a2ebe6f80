import { z } from 'zod'

/** One graded answer. */
export const GradeRow = z.object({
  id: z.string().min(1),
  /** A set of questions, such as an exercise sheet. */
  group: z.string(),
  question: z.string().min(1),
  reference: z.string(),
  /** Expected points one by one, weights as written; empty where there is only the reference. */
  criteria: z.array(z.string()),
  answer: z.string(),
  /** Highest mark. */
  max: z.number().positive(),
  /** Marks of the raters, 0 to `max`. */
  scores: z.array(z.number()),
  /** Mean of the raters' marks on 0-1. */
  score: z.number().min(0).max(1),
  /** Empty or next to it: left out of every figure. */
  trivial: z.boolean().optional(),
  split: z.string().optional(),
})

export type GradeRow = z.infer<typeof GradeRow>
