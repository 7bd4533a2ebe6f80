import { z } from 'zod'

/** A term that was probably meant where other words were heard, at [from, to) of the heard text. */
export const HeardTerm = z.object({
  from: z.number().int(),
  to: z.number().int(),
  /** As an answer would write it. */
  term: z.string(),
  /** Likely enough to be taken as said, or confirmed; otherwise it is only near. */
  sure: z.boolean(),
})
export type HeardTerm = z.infer<typeof HeardTerm>
