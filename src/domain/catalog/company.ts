import { z } from 'zod'
import { ContentId, Prose, TrackId } from './vocabulary.ts'

/** A day as content writes it: `2026-11-27`. */
const Day = z.iso.date()

/** What a page of a company rests on. */
const Source = z.strictObject({
  id: ContentId,
  title: Prose,
  /** Who published it, and when as far as it says. */
  by: Prose,
  href: z.url({ protocol: /^https$/ }),
  /** The day it was read. */
  read: Day,
})

/** Something that is known of the company's engineering. */
const Fact = z.strictObject({
  /** At the edge of the page: a number with its unit, or a word. */
  mark: Prose.max(14),
  title: Prose,
  text: Prose,
  /** `stated` by the company itself; `reported` by somebody else; `dated`: stated, and perhaps no longer so. */
  confidence: z.enum(['stated', 'reported', 'dated']),
  source: ContentId,
})

/** What a screen there is likely to probe, in our judgement. */
const Probe = z.strictObject({
  title: Prose,
  /** Why we think so: an inference, worded as one. */
  because: Prose,
})

/** A question that a rehearsal for this company leads to. */
const Prompt = z.strictObject({
  text: Prose,
  section: z.enum(['B', 'C']),
  listensFor: Prose,
  /** What follows. */
  then: Prose,
})

/** A landing page for who is about to talk to one company. Nothing on it implies that the company knows of it. */
export const Company = z.strictObject({
  name: Prose,
  draft: z.boolean().optional(),
  /** Under the title: what the page comes to, in a sentence or two. */
  lead: Prose.max(240),
  pack: TrackId,
  /** Competencies that a plan from this page weighs. */
  focus: z.array(ContentId).min(1).max(6),
  /** The day of the last edit. */
  edited: Day,
  facts: z.array(Fact).min(4),
  sources: z.array(Source).min(2),
  probes: z.array(Probe).min(3),
  prompts: z.array(Prompt).min(5),
  /** A public snippet to try on the page. */
  snippet: ContentId,
  /** How a rehearsal here differs from their screen. */
  differs: Prose,
  questions: z.array(z.strictObject({ question: Prose, answer: Prose })).min(3),
})
export type Company = z.infer<typeof Company>
