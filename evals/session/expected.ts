import { z } from 'zod'
import { DimensionId } from '../../src/domain/catalog/vocabulary.ts'

/** A span of scores, or null for no score. */
export interface Band {
  span: [number, number] | null
  /** No score is right too. */
  orNone: boolean
}

/** `3`, `2-3`, `2.5-3.4`, `1-2 or not assessed`, `not assessed`. */
const Band = z.string().transform((text, context): Band => {
  if (text === 'not assessed') return { span: null, orNone: true }
  const [, from, to = from, none] =
    /^([1-4](?:\.\d)?)(?:-([1-4](?:\.\d)?))?( or not assessed)?$/.exec(text) ?? []
  if (from === undefined || Number(from) > Number(to)) {
    context.addIssue({
      code: 'custom',
      message: `write 2-3, 1-2 or not assessed, or not assessed, not "${text}"`,
    })
    return z.NEVER
  }
  return { span: [Number(from), Number(to)], orNone: none !== undefined }
})

const PointId = z.string().min(1)

/** What a fair human reader credits of one question. What is named nowhere must not be heard. */
const ExpectedQuestion = z.strictObject({
  id: z.string().min(1),
  /** Points that the candidate makes, each with the words that carry it. */
  heard: z
    .array(z.strictObject({ point: PointId, degree: z.enum(['full', 'partly']), quote: z.string().min(1) }))
    .default([]),
  /** Points on which fair readers differ: heard or not, both are right. */
  debatable: z.array(PointId).default([]),
  /** Points and traps that would be a scandal to hear: it was not said, was denied, or was only claimed. */
  forbidden: z.array(PointId).default([]),
  /** Traps: correct code that the candidate calls a bug. */
  falseAlarms: z.array(PointId).default([]),
})
export type ExpectedQuestion = z.infer<typeof ExpectedQuestion>

/** `expected.json`: what a fair human reader finds in an interview. */
export const Expected = z.strictObject({
  /** Who is talking. */
  about: z.string().min(1),
  /** Not for tuning the grader. */
  sealed: z.boolean().default(false),
  questions: z.array(ExpectedQuestion),
  dimensions: z.record(DimensionId, Band),
  overall: Band,
})
export type Expected = z.infer<typeof Expected>
