import { z } from 'zod'
import { Prose } from './vocabulary.ts'

/** Words of job descriptions that speak for a pack, one phrase a line, case and plural ignored. */
const SpeakingWords = z.strictObject({
  /** On the scale of a competency's `trackWeight`, which ends at 3; a job's own name weighs up to 7. */
  weight: z.number().int().min(1).max(7),
  phrases: Prose,
})

/** A track of content. The baseline fills the gaps of the others. */
export const Pack = z.strictObject({
  name: Prose,
  shortName: Prose,
  summary: Prose,
  /** Place wherever packs are listed. */
  order: z.number().int().min(1),
  baseline: z.boolean(),
  /** What the job is called: "edge engineer". */
  roles: z.array(SpeakingWords).default([]),
  /** Words that lean to the pack without being the job's name, nor a competency that a question could test. */
  leanings: z.array(SpeakingWords).default([]),
})
export type Pack = z.infer<typeof Pack>
