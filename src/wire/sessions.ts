import { z } from 'zod'
import { ContentId, DimensionId, Level, TrackId } from '../domain/catalog/vocabulary.ts'
import { Origin } from '../domain/interview/origin.ts'
import { PublicEvent, PublicState } from './public-event.ts'
import { PublicPlan, PublicPractice } from './public-plan.ts'

export const CreateSession = z.object({
  /** The pasted job description: 10 characters to 50 KB, text or HTML. */
  jd: z.string(),
  level: Level.default('senior'),
  domain: z.union([TrackId, z.literal('auto')]).default('auto'),
  /** Competency ids that weigh the selection. */
  focus: z.array(ContentId).max(12).default([]),
  /** Multiplies every time budget by 1.5. */
  extraTime: z.boolean().default(false),
  /** The page or the invitation that led here, for the operator's counts. */
  origin: Origin.optional(),
})
export type CreateSession = z.infer<typeof CreateSession>

/** What was deleted. */
export const Deleted = z.object({
  sessions: z.number().int(),
  /** Conversations that the voice service has still to delete. */
  pending: z.number().int(),
})
export type Deleted = z.infer<typeof Deleted>

export const SessionCreated = z.object({ id: z.string(), plan: PublicPlan })
export type SessionCreated = z.infer<typeof SessionCreated>

export const CorrectPlan = z.object({
  track: TrackId.optional(),
  level: Level.optional(),
  drop: z.array(ContentId).max(60).optional(),
  add: z.array(ContentId).max(60).optional(),
})
export type CorrectPlan = z.infer<typeof CorrectPlan>

export const SessionSummary = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  phase: z.enum(['draft', 'ready', 'live', 'closed', 'finished']),
  track: z.string(),
  level: Level,
  overall: z.number().nullable(),
  verdict: z.enum(['above', 'at', 'below', 'not-enough-evidence']).nullable(),
  /** Scores by dimension once graded, with how far each hangs on the questions asked; see the report. */
  dimensions: z.array(
    z.object({
      id: DimensionId,
      name: z.string(),
      score: z.number().nullable(),
      spread: z.number().nullable(),
    }),
  ),
  /** What of which earlier session it practises; null for a whole interview. */
  practice: PublicPractice.extend({ questionId: z.string() }).nullable(),
})
export type SessionSummary = z.infer<typeof SessionSummary>

export const SessionList = z.object({ sessions: z.array(SessionSummary) })

export const SessionView = z.object({
  id: z.string(),
  state: PublicState,
  plan: PublicPlan,
  events: z.array(PublicEvent),
})
export type SessionView = z.infer<typeof SessionView>

/** A turn id of the client's choosing; the same id is the same turn. */
export const TurnId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,80}$/, 'letters, digits and . _ : - only, 80 at most')

export const TakeTurn = z.object({
  turnId: TurnId,
  /** Empty for the opening and for a rung of the silence ladder. */
  text: z.string().max(200_000),
  startedAt: z.number().optional(),
  endedAt: z.number().optional(),
  source: z.enum(['typed', 'voice']).default('typed'),
  unsure: z
    .array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]))
    .max(500)
    .default([]),
})
export type TakeTurn = z.infer<typeof TakeTurn>

const lines = { snippetId: ContentId, from: z.number().int().min(1), to: z.number().int().min(1) }

/** A conversation with the voice service, as the service names it. */
export const ConversationId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,80}$/, 'letters, digits, _ and - only, 80 at most')

/** Something the candidate did that is not an answer. `eventId` makes a repeat harmless. */
export const ClientEvent = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('hold'), on: z.boolean() }),
    z.object({ kind: z.literal('mark'), turnId: TurnId.optional() }),
    z.object({ kind: z.literal('note'), text: z.string().trim().min(1).max(4_000) }),
    z.object({ kind: z.literal('lines-selected'), ...lines }),
    z.object({ kind: z.literal('interrupted'), heard: z.string().max(4_000) }),
    /** When a turn that a call brought was heard, in ms since 1970 or since `started`; kept within what the log allows. */
    z.object({
      kind: z.literal('turn-timed'),
      turnId: TurnId,
      startedAt: z.number(),
      endedAt: z.number(),
    }),
    z.object({ kind: z.literal('left') }),
    z.object({ kind: z.literal('returned') }),
    z.object({
      kind: z.literal('survey'),
      answers: z.record(z.string().max(40), z.union([z.string().max(2_000), z.number()])),
    }),
    z.object({ kind: z.literal('correction'), turnId: TurnId, text: z.string().min(1).max(200_000) }),
    /** Off also deletes what was kept, at any time. */
    z.object({ kind: z.literal('recording-consent'), on: z.boolean() }),
    z.object({ kind: z.literal('call-started'), conversationId: ConversationId }),
  ])
  .and(z.object({ eventId: TurnId.optional() }))
export type ClientEvent = z.infer<typeof ClientEvent>

export const EventAccepted = z.object({ seq: z.number().int(), state: PublicState })
export type EventAccepted = z.infer<typeof EventAccepted>

export const SnippetView = z.object({
  html: z.string(),
  text: z.string(),
  language: z.string(),
  log: z.string().optional(),
})
export type SnippetView = z.infer<typeof SnippetView>
