import { z } from 'zod'
import { Probe } from './question.ts'
import { ContentId, DimensionId, Prose } from './vocabulary.ts'

/** One dimension of the published rubric. The scale is the senior bar for everybody. */
export const Rubric = z.strictObject({
  dimension: DimensionId,
  name: Prose,
  /** A word or two for narrow places. */
  shortName: Prose,
  description: Prose,
  anchors: z.strictObject({ '1': Prose, '2': Prose, '3': Prose, '4': Prose }),
  /** What to do next, said to whoever scored this; never contains an answer to a question. */
  advice: z.strictObject({
    senior: z.strictObject({ '1': Prose, '2': Prose, '3': Prose, '4': Prose, none: Prose }),
    mid: z.strictObject({ '1': Prose, '2': Prose, '3': Prose, '4': Prose, none: Prose }),
  }),
  /** Asked near the end if nothing asked so far could show this dimension. */
  fallback: Probe,
  /** Practice prompts to take along. */
  prompts: z.array(Prose).min(3),
  readings: z.array(ContentId).min(1),
})
export type Rubric = z.infer<typeof Rubric>
