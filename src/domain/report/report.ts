import { z } from 'zod'
import { Practice } from '../interview/practice.ts'
import { DimensionId, Level, LineRange, Severity, SubScoreId, TrackId } from '../catalog/vocabulary.ts'

const Score = z.number().int().min(1).max(4)
const Ms = z.number().int().nonnegative()
const Anchors = z.object({ '1': z.string(), '2': z.string(), '3': z.string(), '4': z.string() })

/** Words of the candidate that code found, verbatim, in the named turn. */
export const Evidence = z.object({
  turnId: z.string(),
  quote: z.string().min(1),
  startMs: Ms,
  endMs: Ms,
  point: z.string(),
  polarity: z.enum(['for', 'against']),
  snippetId: z.string().optional(),
  lines: LineRange.optional(),
})
export type Evidence = z.infer<typeof Evidence>

export const DimensionResult = z.object({
  id: DimensionId,
  name: z.string(),
  score: Score.nullable(),
  assessed: z.boolean(),
  anchors: Anchors,
  /** Why this score and not the one above. */
  why: z.string(),
  /** What would have lifted it. */
  lift: z.string(),
  evidence: z.array(Evidence),
  /** Steps that the score moves at most when one question is left out; absent when no other question shows it. */
  spread: z.number().int().min(0).max(3).optional(),
})
export type DimensionResult = z.infer<typeof DimensionResult>

/** How an answer was told, and where it stayed general. */
export const TellingTrait = z.enum(['leads', 'orders', 'specific', 'reasons', 'scopes', 'vague'])
export type TellingTrait = z.infer<typeof TellingTrait>

/** What was expected of an answer, with what the score takes from it. Reports made before 28 November 2026 lack the latter. */
const Expected = {
  id: z.string(),
  text: z.string(),
  weight: z.number().int().min(1).max(3).optional(),
  dimension: DimensionId.optional(),
  sub: SubScoreId.optional(),
  /** The planted issue that it stands for. */
  issueId: z.string().optional(),
}

export const QuestionResult = z.object({
  id: z.string(),
  kind: z.enum(['background', 'code', 'scenario', 'fallback', 'wrap-up']),
  title: z.string(),
  section: z.enum(['A', 'B', 'C', 'D']),
  /** What was asked, in order. */
  asked: z.array(z.string()),
  pointsHeard: z.array(
    z.object({
      ...Expected,
      degree: z.enum(['full', 'partly']),
      /** The highest hint tier given before; 0 is unaided. */
      hintTier: z.number().int().min(0).max(3).optional(),
      evidence: Evidence.optional(),
    }),
  ),
  pointsMissed: z.array(z.object(Expected)),
  /** Relevant words that earned nothing where something was expected. */
  against: z.array(z.object({ dimension: DimensionId, evidence: Evidence })).optional(),
  /** Correct code that was called a bug. */
  falseAlarms: z.array(z.object({ trapId: z.string(), evidence: Evidence })).optional(),
  telling: z
    .object({
      share: z.number().min(0).max(1),
      evidence: z.array(Evidence),
      /** Answers long enough to be judged, with what each shows. */
      turns: z.array(z.object({ turnId: z.string(), shows: z.array(TellingTrait) })),
      /** Turns that asked for a fact. */
      asked: z.array(z.string()),
    })
    .optional(),
  /** The candidate's turns that answered it. */
  answeredIn: z.array(z.string()).optional(),
  subScores: z.array(z.object({ id: SubScoreId, name: z.string(), score: Score.nullable() })),
  /** Of the whole question. */
  score: Score.nullable().optional(),
  bestAnswer: z.string(),
})
export type QuestionResult = z.infer<typeof QuestionResult>

export const TranscriptEntry = z.object({
  turnId: z.string(),
  speaker: z.enum(['agent', 'candidate']),
  text: z.string(),
  /** Of the agent: what of an interrupted line was heard. Of the candidate: what was taken down before a correction. */
  heard: z.string().optional(),
  /**
   * Edited by the candidate beyond what a mishearing could explain: their own words, shown and never scored. In a report
   * without `corrections`, made before 28 November 2026: the text before a correction.
   */
  edited: z.string().optional(),
  startMs: Ms,
  endMs: Ms,
  section: z.enum(['A', 'B', 'C', 'D']),
  /** Of the candidate: spoken, not typed. */
  spoken: z.literal(true).optional(),
})
export type TranscriptEntry = z.infer<typeof TranscriptEntry>

export const AnswerKeyEntry = z.object({
  snippetId: z.string(),
  issueId: z.string().nullable(),
  trapId: z.string().optional(),
  title: z.string(),
  severity: Severity.optional(),
  lines: LineRange,
  outcome: z.enum(['unaided', 'hinted', 'missed', 'false-alarm']),
  turnId: z.string().optional(),
  startMs: Ms.optional(),
  rootCause: z.string(),
  /** Unified diff against the shown code; empty for a false alarm, where nothing needs fixing. */
  fix: z.string(),
  test: z.string(),
})
export type AnswerKeyEntry = z.infer<typeof AnswerKeyEntry>

const RecordingPart = z.object({
  href: z.string(),
  /** What is added to a `startMs` to find the place in the recording. */
  offsetMs: z.number().int(),
  /** It is no longer than this. */
  lengthMs: Ms.optional(),
})

/** Something that a correction moved. `id`: of the dimension, question, sub-score or point; else the word itself. */
export const ReportChange = z.object({
  what: z.enum(['overall', 'verdict', 'dimension', 'question', 'sub-score', 'point']),
  id: z.string(),
  questionId: z.string().optional(),
  name: z.string(),
  /** A score as it is written; of a point `missed`, `partly` or `full`. Null: not assessed, or not expected. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type ReportChange = z.infer<typeof ReportChange>

/** A turn that the candidate corrected after the report was made, and what that moved. */
export const Correction = z.object({
  turnId: z.string(),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  before: z.string(),
  after: z.string(),
  /** More than a mishearing could explain: `after` is shown and not scored. */
  edited: z.boolean(),
  changes: z.array(ReportChange),
})
export type Correction = z.infer<typeof Correction>

/** Over the RFC 8785 form of the whole report, `signature.value` left out (RFC 8032, RFC 8037). */
export const Signature = z.object({
  algorithm: z.literal('Ed25519'),
  /** The RFC 7638 thumbprint of the key. */
  keyId: z.string(),
  /** 32 bytes, base64url. */
  publicKey: z.string(),
  /** 64 bytes, base64url. */
  value: z.string(),
})
export type Signature = z.infer<typeof Signature>

/** Everything a session earned, with receipts. Page, Markdown, JSON and PDF are made from it. */
export const Report = z.object({
  version: z.literal(1),
  id: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  level: Level,
  track: z.object({ id: TrackId, name: z.string(), confidence: z.enum(['high', 'low', 'none']) }),
  verdict: z.enum(['above', 'at', 'below', 'not-enough-evidence']),
  /** Mean of the assessed dimensions, one decimal. */
  overall: z.number().min(1).max(4).nullable(),
  dimensions: z.array(DimensionResult).length(5),
  questions: z.array(QuestionResult),
  transcript: z.array(TranscriptEntry),
  answerKey: z.array(AnswerKeyEntry),
  jd: z.array(
    z.object({
      competency: z.string(),
      ground: z.string(),
      questionId: z.string().optional(),
      evidence: z.array(Evidence),
      score: Score.optional(),
    }),
  ),
  moments: z.array(
    z.object({
      turnId: z.string(),
      kind: z.enum(['strong', 'weak', 'marked', 'note']),
      startMs: Ms,
      note: z.string().optional(),
    }),
  ),
  plan: z
    .array(z.object({ text: z.string(), dimension: DimensionId, turnIds: z.array(z.string()) }))
    .min(3)
    .max(5),
  prompts: z.array(z.object({ text: z.string() })).length(3),
  readings: z.array(
    z.object({ title: z.string(), by: z.string(), href: z.string(), minutes: z.number().int() }),
  ),
  /** The earlier session of which one thing was practised. */
  practice: Practice.pick({ kind: true, of: true, questionId: true }).optional(),
  /** `later`: the line broke, and these began after it. */
  recording: RecordingPart.extend({ later: z.array(RecordingPart).optional() }).optional(),
  grader: z.object({
    finder: z.string(),
    version: z.string(),
    spread: z.number().optional(),
    degraded: z.string().optional(),
  }),
  /** In order; empty when nothing was corrected since. */
  corrections: z.array(Correction).optional(),
  /** In exports; pages and stored reports have none. */
  signature: Signature.optional(),
})
export type Report = z.infer<typeof Report>
