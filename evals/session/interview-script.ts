import { z } from 'zod'
import { ContentId, Level, TrackId } from '../../src/domain/catalog/vocabulary.ts'

const Seconds = z.number().int().min(0).max(300)
const Questions = z.array(ContentId)

/** `script.yaml`: what one candidate says, turn by turn, whatever is asked. */
export const InterviewScript = z.strictObject({
  /** Which of `scripts/recordings/postings.ts`. */
  posting: z.enum(['web-fullstack', 'infra-workflows', 'analytics', 'edge']),
  level: Level,
  domain: TrackId,
  seed: z.number().int().nonnegative(),
  heldAt: z.iso.datetime(),
  /** The questions of each section, in order. */
  questions: z.strictObject({ A: Questions, B: Questions, C: Questions }),
  turns: z.array(
    z.strictObject({
      /** Empty for a silence. */
      say: z.string(),
      /** Seconds of thought before the first word. */
      after: Seconds.default(4),
      /** Seconds on hold before that, to read. */
      hold: Seconds.default(0),
      source: z.enum(['typed', 'voice']).default('voice'),
      /** Words of `say` that the recogniser was unsure of. */
      unsure: z.array(z.string().min(1)).default([]),
    }),
  ),
})
export type InterviewScript = z.infer<typeof InterviewScript>
