import { z } from 'zod'

/** Text as a string or in parts; whatever else a message holds has no words. */
const Content = z
  .unknown()
  .optional()
  .transform((content): string => {
    if (typeof content === 'string') return content
    const parts = z.array(z.object({ text: z.string() }).catch({ text: '' })).safeParse(content)
    return parts.success ? parts.data.map(({ text }) => text).join(' ') : ''
  })

const Tool = z.object({
  function: z.object({
    name: z.string(),
    parameters: z
      .object({
        properties: z.record(z.string(), z.unknown()).catch({}),
        required: z.array(z.string()).catch([]),
      })
      .catch({ properties: {}, required: [] }),
  }),
})

/** A tool that the caller offers: its name, and how it wants its arguments called. */
export type OfferedTool = z.infer<typeof Tool>['function']

/**
 * What a voice service asks its language model, in the shape of OpenAI's chat completions, as far as it concerns us.
 * Everything else in it is allowed and ignored: callers add and change fields.
 */
export const CompletionRequest = z.object({
  messages: z.array(z.object({ role: z.string(), content: Content, tool_calls: z.unknown().optional() })),
  tools: z
    .array(Tool.nullable().catch(null))
    .catch([])
    .transform((tools): OfferedTool[] => tools.flatMap((tool) => (tool ? [tool.function] : []))),
})
export type CompletionRequest = z.infer<typeof CompletionRequest>
