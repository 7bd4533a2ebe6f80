import { z } from 'zod'
import { ContentId, Prose, TrackId } from './vocabulary.ts'

/** Something a job description can ask for. */
export const Competency = z.strictObject({
  name: Prose,
  /** How job descriptions really write it; matched on whole words, case and plural ignored. */
  aliases: z.array(Prose).min(2),
  packs: z.array(TrackId).min(1),
  /** How strongly it speaks for its packs when a track is chosen: 0 not at all, 3 decisive. */
  trackWeight: z.number().int().min(0).max(3),
  reading: ContentId,
})
export type Competency = z.infer<typeof Competency>
