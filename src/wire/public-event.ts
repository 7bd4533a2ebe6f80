import { z } from 'zod'
import { ContentId, DimensionId } from '../domain/catalog/vocabulary.ts'

const base = {
  seq: z.number().int().min(1),
  /** Milliseconds since the session was created. */
  at: z.number().int().nonnegative(),
}
const lines = { snippetId: ContentId, from: z.number().int(), to: z.number().int() }
const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.object({ ...base, kind: z.literal(name), ...shape })

/** The events a browser may see, field by field. What is not listed here never leaves the server. */
export const PublicEvent = z.discriminatedUnion('kind', [
  kind('started', {}),
  kind('section-entered', { section: z.enum(['A', 'B', 'C', 'D']) }),
  kind('agent-said', { text: z.string(), questionId: z.string().optional() }),
  kind('agent-interrupted', { heard: z.string() }),
  kind('candidate-said', {
    turnId: z.string(),
    text: z.string(),
    startMs: z.number().int(),
    endMs: z.number().int(),
    source: z.enum(['typed', 'voice']),
    /** Character ranges [from, to) that may have been misheard; what may have been meant stays on the server. */
    unsure: z.array(z.tuple([z.number().int(), z.number().int()])).optional(),
  }),
  /** The candidate said what was meant there: the range is unsure no more. */
  kind('term-settled', { turnId: z.string(), from: z.number().int(), to: z.number().int() }),
  kind('turn-revised', {
    turnId: z.string(),
    text: z.string(),
    /** What the interviewer said and did from this `seq` on is withdrawn. Absent: only the words are others. */
    since: z.number().int().optional(),
    unsure: z.array(z.tuple([z.number().int(), z.number().int()])).optional(),
  }),
  kind('snippet-shown', { snippetId: ContentId, title: z.string(), language: z.string(), href: z.string() }),
  kind('lines-highlighted', lines),
  kind('lines-selected', lines),
  kind('hint-given', { tier: z.number().int() }),
  kind('hold-started', {}),
  kind('hold-ended', {}),
  kind('moment-marked', { turnId: z.string().optional() }),
  kind('note-added', { text: z.string() }),
  kind('left', {}),
  kind('returned', {}),
  kind('finished', {}),
])
export type PublicEvent = z.infer<typeof PublicEvent>

/** Where the interview stands, for a page that has just been opened. */
export const PublicState = z.object({
  phase: z.enum(['draft', 'ready', 'live', 'closed', 'finished']),
  seq: z.number().int(),
  clockMs: z.number().int(),
  /** Planned length in ms, extra time included. */
  plannedMs: z.number().int(),
  onHold: z.boolean(),
  section: z.enum(['A', 'B', 'C', 'D']).nullable(),
  sections: z.array(
    z.object({
      id: z.enum(['A', 'B', 'C', 'D']),
      name: z.string(),
      budgetMs: z.number().int(),
    }),
  ),
  question: z.object({ questionId: z.string(), text: z.string() }).nullable(),
  /** Asked so far against what is planned at least, by dimension. Coverage, never a score. */
  coverage: z.array(
    z.object({ id: DimensionId, name: z.string(), asked: z.number().int(), planned: z.number().int() }),
  ),
  snippet: z
    .object({ snippetId: ContentId, title: z.string(), language: z.string(), href: z.string() })
    .nullable(),
  highlighted: z.object(lines).nullable(),
  selected: z.object(lines).nullable(),
  /** Wait this long for speech before posting an empty turn; null: don't. */
  silenceAfterMs: z.number().int().nullable(),
  level: z.enum(['senior', 'mid']),
  track: z.string(),
  /** The candidate has agreed that their voice is kept. */
  recordingAgreed: z.boolean(),
  notes: z.array(z.object({ text: z.string(), atMs: z.number().int() })),
})
export type PublicState = z.infer<typeof PublicState>
