import { z } from 'zod'

/** The part of a chat completion's request that is read. */
export const CompletionRequest = z.looseObject({
  model: z.string(),
  messages: z
    .array(z.looseObject({ role: z.enum(['system', 'developer', 'user']), content: z.string() }))
    .min(1),
  max_tokens: z.number().int().positive().optional(),
  max_completion_tokens: z.number().int().positive().optional(),
  response_format: z
    .object({
      type: z.literal('json_schema'),
      json_schema: z.object({
        name: z.string().regex(/^[\w-]{1,64}$/),
        strict: z.boolean(),
        schema: z.record(z.string(), z.unknown()),
      }),
    })
    .optional(),
  tools: z.array(z.unknown()).optional(),
})
export type CompletionRequest = z.infer<typeof CompletionRequest>
