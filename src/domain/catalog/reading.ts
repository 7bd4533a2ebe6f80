import { z } from 'zod'
import { Prose } from './vocabulary.ts'

/** Something good to read or do, by someone else. */
export const Reading = z.strictObject({
  title: Prose,
  by: Prose,
  href: z.url({ protocol: /^https$/ }),
  minutes: z.number().int().min(1).max(240),
})
export type Reading = z.infer<typeof Reading>
