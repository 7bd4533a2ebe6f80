import { z } from 'zod'
import { ContentId, DimensionId, Level, TrackId } from '../catalog/vocabulary.ts'
import { JdProfile } from '../jd/jd-profile.ts'
import { Report } from '../report/report.ts'
import { Plan, SectionId } from './plan.ts'

const Lines = { snippetId: ContentId, from: z.number().int().min(1), to: z.number().int().min(1) }

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), ...shape })

/** What happened, without its place in the log. */
export const NewEvent = z.discriminatedUnion('kind', [
  kind('created', {
    ownerId: z.string(),
    /** Milliseconds since 1970, server clock; every `at` counts from here. */
    createdAt: z.number().int().nonnegative(),
    jd: z.string(),
    profile: JdProfile,
    level: Level,
    domain: z.union([TrackId, z.literal('auto')]),
    focus: z.array(ContentId),
    extraTime: z.boolean(),
    engine: z.enum(['typed', 'local', 'elevenlabs']),
  }),
  kind('plan-made', { plan: Plan }),
  kind('plan-corrected', { plan: Plan }),
  kind('started', { turnId: z.string() }),
  kind('section-entered', { section: SectionId }),
  /** `act` says why; only `ask` puts a new question. */
  kind('agent-said', {
    text: z.string(),
    by: z.enum(['planned', 'model', 'fallback']),
    act: z.enum(['ask', 'reply', 'nudge', 'close']),
    questionId: ContentId.optional(),
    askId: z.string().optional(),
    dimensions: z.array(DimensionId).optional(),
  }),
  kind('agent-interrupted', { heard: z.string() }),
  kind('candidate-said', {
    turnId: z.string(),
    text: z.string(),
    /** Milliseconds since `started`, clamped to what the server saw. */
    startMs: z.number().int().nonnegative(),
    endMs: z.number().int().nonnegative(),
    source: z.enum(['typed', 'voice']),
    /** Character ranges [from, to) that the recogniser was unsure of. */
    unsure: z.array(z.tuple([z.number().int(), z.number().int()])),
  }),
  kind('turn-revised', { turnId: z.string(), text: z.string() }),
  /** What the finder heard in a turn, so that the fold needs no content. */
  kind('points-heard', {
    turnId: z.string(),
    questionId: ContentId,
    askId: z.string(),
    points: z.array(
      z.object({ id: z.string(), degree: z.enum(['full', 'partly']), issueId: ContentId.optional() }),
    ),
    signals: z.array(z.string()),
    onTopic: z.boolean(),
  }),
  kind('clarified', { turnId: z.string(), questionId: ContentId, factId: z.string().optional() }),
  kind('question-closed', {
    questionId: ContentId,
    reason: z.enum(['done', 'skipped', 'silent', 'time']),
  }),
  kind('silence-noted', { turnId: z.string(), rung: z.number().int().min(0).max(4) }),
  kind('suggestion-made', { questionId: ContentId, text: z.string() }),
  kind('snippet-shown', { snippetId: ContentId }),
  kind('lines-highlighted', Lines),
  kind('lines-selected', Lines),
  kind('hint-given', { questionId: ContentId, issueId: ContentId, tier: z.number().int().min(1).max(3) }),
  kind('hold-started', {}),
  kind('hold-ended', {}),
  kind('moment-marked', { turnId: z.string().optional() }),
  kind('note-added', { text: z.string() }),
  kind('left', {}),
  kind('returned', {}),
  kind('finished', {}),
  kind('transcript-corrected', { turnId: z.string(), text: z.string() }),
  kind('recording-stored', { href: z.string(), offsetMs: z.number().int() }),
  kind('graded', { report: Report }),
  kind('survey-answered', { answers: z.record(z.string(), z.union([z.string(), z.number()])) }),
])
export type NewEvent = z.infer<typeof NewEvent>

/** One line of a session's log. */
export const SessionEvent = NewEvent.and(
  z.object({
    /** The same for the same cause, so that an append can be repeated. */
    id: z.string().min(1),
    /** 1, 2, 3... without gaps. */
    seq: z.number().int().min(1),
    /** Milliseconds since `created`, server clock. */
    at: z.number().int().nonnegative(),
  }),
)
export type SessionEvent = z.infer<typeof SessionEvent>
