import { z } from 'zod'

const Rating = z.number().int().min(1).max(5)

/** What a candidate may say of a session after it; each answer can be left out. */
export const Survey = z.object({
  /** How well it served: 1 not at all, 5 very well. */
  csat: Rating.optional(),
  /** Whether they would buy it again for another posting or company. */
  again: z.enum(['yes', 'no']).optional(),
  /** How ready they felt for the call before the session and after it: 1 not at all, 5 fully. */
  confidenceBefore: Rating.optional(),
  confidenceAfter: Rating.optional(),
  /** One line of why. */
  why: z.string().trim().min(1).max(500).optional(),
  feltRealistic: z.literal('yes').optional(),
  knowWhatToFix: z.literal('yes').optional(),
  /** They would rather not say. */
  skipped: z.literal('yes').optional(),
  /** How the call itself went. */
  passed: z.enum(['yes', 'no', 'waiting']).optional(),
})
export type Survey = z.infer<typeof Survey>
