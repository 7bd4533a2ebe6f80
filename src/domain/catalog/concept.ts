import { z } from 'zod'
import { ContentId, Prose } from './vocabulary.ts'

/** Words and phrases that mean the same in a technical conversation: "twice", "double", "two times". */
export const Concept = z.strictObject({ id: ContentId, forms: z.array(Prose).min(2) })
export type Concept = z.infer<typeof Concept>

/** A file of them, about one subject. */
export const ConceptGroup = z.strictObject({ title: Prose, concepts: z.array(Concept).min(1) })
