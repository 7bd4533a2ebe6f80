import { z } from 'zod'

const section = z.enum(['A', 'B', 'C', 'D'])

/** One server-sent event of an answered turn: `event: NAME`, `data: JSON`. */
export const Frame = z.discriminatedUnion('event', [
  z.object({ event: z.literal('say'), data: z.object({ text: z.string() }) }),
  z.object({
    event: z.literal('snippet'),
    data: z.object({ snippetId: z.string(), title: z.string(), language: z.string(), href: z.string() }),
  }),
  z.object({
    event: z.literal('lines'),
    data: z.object({ snippetId: z.string(), from: z.number().int(), to: z.number().int() }),
  }),
  z.object({ event: z.literal('section'), data: z.object({ id: section }) }),
  z.object({ event: z.literal('hint'), data: z.object({ tier: z.number().int() }) }),
  z.object({
    event: z.literal('done'),
    data: z.object({
      seq: z.number().int(),
      turnId: z.string(),
      questionId: z.string().nullable(),
      section: section.nullable(),
      clockMs: z.number().int(),
      /** Wait this long for speech before posting an empty turn; null: don't. */
      silenceAfterMs: z.number().int().nullable(),
      ended: z.boolean(),
    }),
  }),
  z.object({
    event: z.literal('error'),
    data: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
  }),
])
export type Frame = z.infer<typeof Frame>
