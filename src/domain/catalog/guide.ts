import { z } from 'zod'
import { Prose, TrackId } from './vocabulary.ts'

/** Something to read before a call, written for this site. */
export const Guide = z.strictObject({
  title: Prose,
  draft: z.boolean().optional(),
  /** Under the title: who it helps, and with what. */
  lead: Prose.max(240),
  /** The pack that trains what it is about. */
  pack: TrackId,
  /** The day of the last edit. */
  edited: z.iso.date(),
  sections: z
    .array(
      z.strictObject({
        heading: Prose,
        /** Paragraphs, with an empty line between them. */
        text: Prose,
      }),
    )
    .min(3),
})
export type Guide = z.infer<typeof Guide>
