import { z } from 'zod'
import { Prose } from './vocabulary.ts'

/** A track of content. The baseline fills the gaps of the others. */
export const Pack = z.strictObject({
  name: Prose,
  shortName: Prose,
  summary: Prose,
  baseline: z.boolean(),
})
export type Pack = z.infer<typeof Pack>
