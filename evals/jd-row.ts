import { z } from 'zod'

/** A job description and what a person says of it; `negative` is one that is not for us. */
export const JdRow = z.object({
  id: z.string().min(1),
  title: z.string(),
  text: z.string(),
  track: z.enum(['web-fullstack', 'infra-workflows', 'analytics', 'edge', 'none']),
  clarity: z.enum(['clear', 'ambiguous', 'negative']),
})
export type JdRow = z.infer<typeof JdRow>
