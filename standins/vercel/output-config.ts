import { z } from 'zod'

/** One rule of `routes`: a request goes through them from the first to the last. */
export const Route = z.union([
  z.strictObject({ handle: z.literal('filesystem') }),
  z.strictObject({
    src: z.string(),
    headers: z.record(z.string(), z.string()).optional(),
    continue: z.literal(true).optional(),
    dest: z.string().optional(),
    status: z.number().optional(),
  }),
])
export type Route = z.infer<typeof Route>

/** `.vercel/output/config.json`, version 3, as far as this project writes it: anything else is refused. */
export const OutputConfig = z.strictObject({
  version: z.literal(3),
  routes: z.array(Route),
  crons: z.array(z.strictObject({ path: z.string().startsWith('/'), schedule: z.string() })),
})
export type OutputConfig = z.infer<typeof OutputConfig>

/** `.vc-config.json` of a function. */
export const FunctionConfig = z.strictObject({
  runtime: z.literal('nodejs24.x'),
  handler: z.string(),
  launcherType: z.literal('Nodejs'),
  /** Seconds; what the plans allow. */
  maxDuration: z.number().int().positive().max(300),
  supportsResponseStreaming: z.literal(true),
})
