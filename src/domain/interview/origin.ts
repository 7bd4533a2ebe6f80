import { z } from 'zod'

const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and - only, 40 at most')

/** Where a candidate came from: a page of this site, an invitation, or neither. Names that the operator gave, no more. */
export const Origin = z.object({
  landing: Name.optional(),
  invite: Name.optional(),
})
export type Origin = z.infer<typeof Origin>
