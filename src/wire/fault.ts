import { z } from 'zod'

/** The body of every refusal. `code` is permanent; `hint` says what to do. */
export const FaultBody = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
})
export type FaultBody = z.infer<typeof FaultBody>
