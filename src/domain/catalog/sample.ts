import { z } from 'zod'
import { ContentId, Level, Prose, TrackId, WrittenLines } from './vocabulary.ts'

const Seconds = z.number().int().min(0).max(300)

/** One turn of a scripted candidate. */
export const SampleTurn = z.strictObject({
  /** What it answers, as `<question>/<ask>`: the build stops when the interviewer has asked something else. */
  to: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'write <question>/<ask>'),
  /** Seconds of thought before the first word. */
  after: Seconds.default(3),
  /** Seconds on hold before that, to read. */
  hold: Seconds.default(0),
  /** Lines of the code on screen selected while speaking. */
  lines: WrittenLines.optional(),
  say: Prose,
  /** Marks the moment. */
  mark: z.boolean().default(false),
  /** A note written down after it. */
  note: Prose.optional(),
})
export type SampleTurn = z.infer<typeof SampleTurn>

/** A scripted interview on public questions: its report is made by the same code as everybody's. */
export const Sample = z.strictObject({
  title: Prose,
  /** Who is talking, in a sentence or two. */
  candidate: Prose,
  /** What the report shows that is worth looking at. */
  shows: Prose,
  /** Place in the list. */
  order: z.number().int().min(1),
  posting: Prose,
  level: Level,
  domain: z.union([TrackId, z.literal('auto')]).default('auto'),
  focus: z.array(ContentId).default([]),
  /** When it was held. */
  heldAt: z.iso.datetime(),
  /** Chooses among the public questions. */
  seed: z.number().int().nonnegative(),
  turns: z.array(SampleTurn),
})
export type Sample = z.infer<typeof Sample>
