import { z } from 'zod'
import { ContentId, Level, TrackId } from '../catalog/vocabulary.ts'

/** Words of the job description, as they stand in the profile's `text`. */
const Ground = z.string().min(1).max(120)

/** A few words of the job description, or made of nothing but its words, fit to be said inside a sentence. */
const Slot = z
  .string()
  .regex(/^[.\p{L}\p{N}][^<>{}[\]\n]*$/u)
  .max(60)
  .optional()

/** A competency the job description asks for, with the words it was read from. */
export const JdCompetency = z.strictObject({
  id: ContentId,
  /** The sentence or bullet around the alias, or the part of it next to the alias. */
  ground: Ground,
  /** Offsets of the alias in `text`, end exclusive. */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  mentions: z.number().int().min(1),
  /** Whether it is asked for, would be nice to have, or is only named where the company speaks of itself. */
  asked: z.enum(['required', 'nice-to-have', 'mentioned']).optional(),
  /** 0-1: how much of the job description's weight is on it. */
  emphasis: z.number().min(0).max(1),
})
export type JdCompetency = z.infer<typeof JdCompetency>

/** What a job description says about the job, each finding with the words it was read from. */
export const JdProfile = z.strictObject({
  /** The cleaned plain text; every ground is a verbatim substring of it. */
  text: z.string(),
  language: z.enum(['en', 'other']),
  kind: z.enum(['engineering', 'not-engineering']),
  /** Strongest first. */
  competencies: z.array(JdCompetency),
  level: z.strictObject({ id: Level, ground: Ground.optional() }),
  track: z.strictObject({
    id: TrackId,
    confidence: z.enum(['high', 'low', 'none']),
    scores: z.record(TrackId, z.number().min(0)),
  }),
  slots: z.strictObject({ product: Slot, stack: Slot, scale: Slot, company: Slot }),
})
export type JdProfile = z.infer<typeof JdProfile>

type SpeakingWords = readonly { weight: number; phrases: string }[]

/** The part of the catalog that a job description is read with. */
export type JdVocabulary = {
  packs: readonly { id: TrackId; baseline: boolean; roles: SpeakingWords; leanings: SpeakingWords }[]
  competencies: readonly {
    id: string
    name: string
    aliases: readonly string[]
    packs: readonly TrackId[]
    /** 0-3: how strongly the competency speaks for its packs. */
    trackWeight: number
  }[]
}
