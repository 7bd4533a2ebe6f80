import { z } from 'zod'
import { JdCompetency } from '../domain/jd/jd-profile.ts'
import { ContentId, DimensionId, Level, TrackId } from '../domain/catalog/vocabulary.ts'

/** One question again, or a drill of what was missed in an earlier session. */
export const PublicPractice = z.object({
  kind: z.enum(['re-answer', 'drill']),
  of: z.string(),
  about: z.string().optional(),
})
export type PublicPractice = z.infer<typeof PublicPractice>

/** What a candidate may know before the interview: what was read in the JD and what will be covered. */
export const PublicPlan = z.object({
  level: Level,
  track: z.object({ id: TrackId, name: z.string(), confidence: z.enum(['high', 'low', 'none']) }),
  /** False when the text does not read like an engineering role; the baseline is proposed. */
  engineering: z.boolean(),
  competencies: z.array(
    z.object({
      id: ContentId,
      name: z.string(),
      /** Verbatim words of the job description; absent for one that the candidate added. */
      ground: z.string().optional(),
      /** How the job description asks for it; absent where it is not known. */
      asked: JdCompetency.shape.asked,
      /** Whether a planned question can show it. */
      tested: z.boolean(),
    }),
  ),
  /** Ids that `add` accepts. */
  addable: z.array(z.object({ id: ContentId, name: z.string() })),
  focus: z.array(z.object({ id: ContentId, name: z.string(), effect: z.string() })),
  sections: z.array(
    z.object({
      id: z.enum(['A', 'B', 'C', 'D']),
      name: z.string(),
      minutes: z.number(),
      /** What it covers, in a sentence, without naming a question. */
      covers: z.string(),
    }),
  ),
  dimensions: z.array(z.object({ id: DimensionId, name: z.string() })),
  /** Planned length in minutes, extra time included. */
  minutes: z.number(),
  extraTime: z.boolean(),
  /** What of which earlier session is practised; null for a whole interview. */
  practice: PublicPractice.nullable(),
})
export type PublicPlan = z.infer<typeof PublicPlan>
