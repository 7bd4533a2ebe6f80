import { z } from 'zod'
import { ContentId } from '../domain/catalog/vocabulary.ts'

/** What to do after a report: the same posting with other questions, one question again, or a drill of a missed point. */
export const Practise = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same-posting') }),
  z.object({ kind: z.literal('re-answer'), questionId: ContentId }),
  z.object({ kind: z.literal('drill'), questionId: ContentId, pointId: ContentId }),
])
export type Practise = z.infer<typeof Practise>
