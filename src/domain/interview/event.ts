import { z } from 'zod'
import { ContentId, DimensionId, Level, TrackId } from '../catalog/vocabulary.ts'
import { ProposalFailure, ProposedEvidence } from '../grading/proposal.ts'
import { JdProfile } from '../jd/jd-profile.ts'
import { Report } from '../report/report.ts'
import { HeardTerm } from '../speech/heard-term.ts'
import { Origin } from './origin.ts'
import { Plan, SectionId } from './plan.ts'

const Lines = { snippetId: ContentId, from: z.number().int().min(1), to: z.number().int().min(1) }

/** Words of a turn, at [from, to), that may have been a term. */
const Doubt = {
  turnId: z.string(),
  questionId: ContentId,
  from: z.number().int(),
  to: z.number().int(),
  term: z.string(),
}

const EventPoint = z.object({
  id: z.string(),
  degree: z.enum(['full', 'partly']),
  issueId: ContentId.optional(),
})

/** What a language model was asked, and what it cost. */
const Asked = {
  model: z.string(),
  /** Of how it is asked. */
  version: z.string(),
  /** Of what it said: without words that bear it out. */
  dropped: z.number().int().nonnegative(),
  usage: z.object({
    calls: z.number().int().nonnegative(),
    inputTokens: z.number().int().nonnegative(),
    cachedTokens: z.number().int().nonnegative(),
    outputTokens: z.number().int().nonnegative(),
  }),
  /** US dollars, where prices are set. */
  cost: z.number().nonnegative().optional(),
  /** Why it did not do all that it was asked for. */
  failed: ProposalFailure.optional(),
}

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
    /** Where the candidate came from, as far as the form told. */
    origin: Origin.optional(),
  }),
  /** Competencies of the profile that a language model added to what the vocabulary found. */
  kind('posting-read', { ...Asked, added: z.array(ContentId) }),
  kind('plan-made', { plan: Plan }),
  kind('plan-corrected', { plan: Plan }),
  /** How the candidate answers from now on; the last one stands. */
  kind('engine-chosen', { engine: z.enum(['typed', 'local', 'elevenlabs']) }),
  kind('started', {
    turnId: z.string(),
    /** The call that it was opened by; absent where the page did. */
    callId: z.string().optional(),
  }),
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
    /** Where a term was probably meant; near ones are unsure too. */
    terms: z.array(HeardTerm).optional(),
  }),
  kind('turn-revised', {
    turnId: z.string(),
    text: z.string(),
    /**
     * The `seq` of the turn's own `candidate-said`: what the interviewer did since is withdrawn, and the turn is
     * answered anew in what follows. Absent: only the words are others.
     */
    since: z.number().int().min(1).optional(),
    /** Of the new words. */
    unsure: z.array(z.tuple([z.number().int(), z.number().int()])).optional(),
    terms: z.array(HeardTerm).optional(),
  }),
  /** What the finder heard in a turn, so that the fold needs no content. */
  kind('points-heard', {
    turnId: z.string(),
    questionId: ContentId,
    askId: z.string(),
    points: z.array(EventPoint),
    signals: z.array(z.string()),
    onTopic: z.boolean(),
    /** It goes on with the answer before it, and takes no turn of the section. */
    goesOn: z.literal(true).optional(),
  }),
  /** "Did you say ...?" of words heard in an earlier turn. */
  kind('term-asked', Doubt),
  /** What came of it; `points` are what the finder hears in that turn with the term as said. */
  kind('term-settled', {
    ...Doubt,
    outcome: z.enum(['said', 'not-said', 'open']),
    points: z.array(EventPoint),
  }),
  kind('clarified', { turnId: z.string(), questionId: ContentId, factId: z.string().optional() }),
  kind('question-closed', {
    questionId: ContentId,
    reason: z.enum(['done', 'skipped', 'silent', 'time']),
  }),
  kind('silence-noted', { turnId: z.string(), rung: z.number().int().min(0).max(4) }),
  /** A model was asked for a follow-up on what the candidate said in a turn. */
  kind('suggestion-asked', { ...Asked, questionId: ContentId, turnId: z.string() }),
  /** What it proposed, fit to be asked. */
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
  /** When the candidate was heard to say a turn, in ms since `started`: told by the page of one that a call brought. */
  kind('turn-timed', {
    turnId: z.string(),
    startMs: z.number().int().nonnegative(),
    endMs: z.number().int().nonnegative(),
  }),
  /**
   * Another text for a turn. `beyond`: more than a mishearing could explain, so that it is kept beside what was heard.
   * Otherwise it takes its place; `unsure` and `terms` are what is still known of the words that stay.
   */
  kind('transcript-corrected', {
    turnId: z.string(),
    text: z.string(),
    beyond: z.literal(true).optional(),
    unsure: z.array(z.tuple([z.number().int(), z.number().int()])).optional(),
    terms: z.array(HeardTerm).optional(),
  }),
  /** Whether the candidate lets their voice be kept, from now on. Off takes back what was kept before. */
  kind('recording-agreed', { on: z.boolean() }),
  kind('recording-stored', {
    href: z.string(),
    /** What is added to milliseconds since `started` to find the place in the recording. */
    offsetMs: z.number().int(),
    /** It is no longer than this. */
    lengthMs: z.number().int().nonnegative().optional(),
  }),
  /** The page has been connected with the voice service, by a conversation of this id. */
  kind('call-started', { conversationId: z.string() }),
  /** What the voice service says of a conversation that is over. What was said in it is in the log already. */
  kind('call-ended', {
    conversationId: z.string(),
    outcome: z.enum(['done', 'failed']),
    durationMs: z.number().int().nonnegative(),
    /** Milliseconds since 1970 by the service's clock, which tells whole seconds. */
    startedAt: z.number().int().nonnegative().optional(),
    /** In the service's own words. */
    reason: z.string(),
    /** It has a recording of it. */
    hasAudio: z.boolean(),
  }),
  /**
   * What a language model proposed as evidence. Only quotes that were verbatim in the candidate's turns are kept: no word
   * that a model wrote itself is in the log. Of a question read again, the last stands.
   */
  kind('evidence-proposed', { ...Asked, questions: z.array(ProposedEvidence) }),
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
