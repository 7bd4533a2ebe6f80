import { z } from 'zod'

/** What a model answers about one question: a line for each expected point. */
export const Checklist = z.object({
  points: z.array(
    z.object({
      point: z.string(),
      verdict: z.enum(['yes', 'partly', 'no']),
      quotes: z.array(z.object({ turn: z.string(), quote: z.string() })),
    }),
  ),
})
export type Checklist = z.infer<typeof Checklist>
