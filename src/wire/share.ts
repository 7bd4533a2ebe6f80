import { z } from 'zod'

/** What goes along with a shared report beside scores, evidence and transcript. */
export const SharedParts = z.object({
  /** The posting's own words, and which questions tested them. */
  posting: z.boolean().default(false),
  /** The recording. */
  audio: z.boolean().default(false),
  /** Notes and marked moments. */
  notes: z.boolean().default(false),
})
export type SharedParts = z.infer<typeof SharedParts>

export const ShareLink = z.object({
  shareId: z.string(),
  /** Who has it can read the report: a path of this site. */
  href: z.string(),
  parts: SharedParts,
  createdAt: z.iso.datetime(),
})
export type ShareLink = z.infer<typeof ShareLink>

export const ShareLinks = z.object({ links: z.array(ShareLink) })
