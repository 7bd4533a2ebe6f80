import { z } from 'zod'
import { ContentId } from '../catalog/vocabulary.ts'

/** A session that practises one thing of an earlier one: a question again, or what was missed on other material. */
export const Practice = z.object({
  kind: z.enum(['re-answer', 'drill']),
  /** The session it comes from. */
  of: z.string(),
  /** The question of that session. */
  questionId: ContentId,
  /** What a drill is about, how it is asked, and the points that count. */
  drill: z.object({ about: z.string(), ask: z.string(), pointIds: z.array(z.string()) }).optional(),
})
export type Practice = z.infer<typeof Practice>
